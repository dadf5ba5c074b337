package org.faasnetlab.export.chart;

import java.util.Arrays;
import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * Lines of bandwidth over time. Each line keeps its newest points, up to a fixed number, in arrays: adding a point
 * costs nothing and tells nobody. After all points of a moment are added, {@link #fireChanged()} makes the chart draw
 * once. For one thread.
 */
public final class BandwidthDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1L;

    private final List<String> names;
    private final int capacity;
    private final double[][] seconds;
    private final double[][] bitsPerSecond;
    private final int[] oldest;
    private final int[] counts;

    /**
     * @param names of the lines, each only once
     * @param capacity points that a line keeps, at least 1
     */
    public BandwidthDataset(List<String> names, int capacity) {
        this.names = List.copyOf(names);
        this.capacity = capacity;
        seconds = new double[names.size()][capacity];
        bitsPerSecond = new double[names.size()][capacity];
        oldest = new int[names.size()];
        counts = new int[names.size()];
    }

    /**
     * Adds a point at the end of a line; the oldest one goes if there is no room.
     *
     * @param line number of the line, from 0
     * @param second time after T0, not before the line's last point
     * @param rate bandwidth in bit/s; NaN leaves a gap
     */
    public void add(int line, double second, double rate) {
        int at = (oldest[line] + counts[line]) % capacity;
        seconds[line][at] = second;
        bitsPerSecond[line][at] = rate;
        if (counts[line] < capacity) {
            counts[line]++;
        } else {
            oldest[line] = (oldest[line] + 1) % capacity;
        }
    }

    /** Removes the points of all lines. */
    public void clear() {
        Arrays.fill(oldest, 0);
        Arrays.fill(counts, 0);
    }

    /** Draws what has changed, once. */
    public void fireChanged() {
        fireDatasetChanged();
    }

    @Override
    public int getSeriesCount() {
        return names.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int line) {
        return names.get(line);
    }

    @Override
    public int getItemCount(int line) {
        return counts[line];
    }

    @Override
    public double getXValue(int line, int item) {
        return seconds[line][(oldest[line] + item) % capacity];
    }

    @Override
    public double getYValue(int line, int item) {
        return bitsPerSecond[line][(oldest[line] + item) % capacity];
    }

    @Override
    public Number getX(int line, int item) {
        return getXValue(line, item);
    }

    @Override
    public Number getY(int line, int item) {
        return getYValue(line, item);
    }
}
