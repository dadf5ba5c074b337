package org.faasnetlab.export.chart;

import java.util.List;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/**
 * How the bandwidths of many functions are spread over time: the 5th percentile, the median and the 95th. It keeps the
 * newest points, up to a fixed number, and draws when {@link #fireChanged()} is called. For one thread.
 */
public final class BandDataset extends AbstractIntervalXYDataset {
    private static final long serialVersionUID = 1L;

    private final BandwidthDataset low;
    private final BandwidthDataset median;
    private final BandwidthDataset high;

    /** @param capacity points to keep, at least 1 */
    public BandDataset(String name, int capacity) {
        low = new BandwidthDataset(List.of(name), capacity);
        median = new BandwidthDataset(List.of(name), capacity);
        high = new BandwidthDataset(List.of(name), capacity);
    }

    /** Adds a point at the end; bandwidths in bit/s, time in seconds after T0. */
    public void add(double second, double p5, double p50, double p95) {
        low.add(0, second, p5);
        median.add(0, second, p50);
        high.add(0, second, p95);
    }

    /** Removes all points. */
    public void clear() {
        low.clear();
        median.clear();
        high.clear();
    }

    /** Draws what has changed, once. */
    public void fireChanged() {
        fireDatasetChanged();
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return median.getSeriesKey(series);
    }

    @Override
    public int getItemCount(int series) {
        return median.getItemCount(series);
    }

    @Override
    public Number getX(int series, int item) {
        return median.getX(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return median.getY(series, item);
    }

    @Override
    public Number getStartX(int series, int item) {
        return getX(series, item);
    }

    @Override
    public Number getEndX(int series, int item) {
        return getX(series, item);
    }

    @Override
    public Number getStartY(int series, int item) {
        return low.getY(series, item);
    }

    @Override
    public Number getEndY(int series, int item) {
        return high.getY(series, item);
    }
}
