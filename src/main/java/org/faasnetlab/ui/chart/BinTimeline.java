package org.faasnetlab.ui.chart;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.measure.Interval;

/**
 * What each function of a trial moved, in bins of equal length since T0. An interval that lies across a border is shared
 * pro rata. Only so many bins are kept: when a trial outlasts them, neighbours are merged and bins are twice
 * as long, so that the whole trial stays in view and memory is bounded. What came before T0 is not drawn.
 */
public final class BinTimeline {
    /** As many bins as are drawn smoothly ten times a second. */
    public static final int LIVE_CAPACITY = 600;

    static final long FIRST_BIN_MICROS = 100_000;

    private final float[][] bytes;
    private final int capacity;
    private final double[] totalBytes;
    private final long[] firstMicros;
    private final long[] lastMicros;
    private long binMicros = FIRST_BIN_MICROS;
    private int firstChangedBin;

    /** @param capacity bins to keep, an even number */
    public BinTimeline(int functions, int capacity) {
        this.capacity = capacity;
        totalBytes = new double[capacity];
        bytes = new float[functions][];
        firstMicros = new long[functions];
        lastMicros = new long[functions];
    }

    public void add(int function, Interval interval) {
        long end = interval.endMicros();
        if (end <= 0) {
            return;
        }
        while (end > capacity * binMicros) {
            merge();
        }
        long start = Math.max(0, interval.offsetMicros());
        cover(function, start, end);
        float[] bins = bytes[function];
        double bytesPerMicro = interval.bytes() / (double) interval.durationMicros();
        int bin = (int) (start / binMicros);
        firstChangedBin = Math.min(firstChangedBin, bin);
        for (; bin * binMicros < end; bin++) {
            long overlap = Math.min(end, (bin + 1) * binMicros) - Math.max(start, bin * binMicros);
            double share = bytesPerMicro * overlap;
            bins[bin] += (float) share;
            totalBytes[bin] += share;
        }
    }

    public long binMicros() {
        return binMicros;
    }

    /** End of the newest interval of a function in microseconds after T0; 0 if it has none. */
    public long lastMicros(int function) {
        return lastMicros[function];
    }

    /** Sum over all functions in bit/s, over the bin's whole length. */
    public double aggregate(int bin) {
        return totalBytes[bin] * 8e6 / binMicros;
    }

    /**
     * Rate of a function in bit/s over the part of the bin that its transfer covers, so that a start within a bin is no
     * dip; not a number if it covers none of it.
     */
    public double rate(int function, int bin) {
        float[] bins = bytes[function];
        long covered = coveredMicros(function, bin);
        return bins == null || covered <= 0 ? Double.NaN : bins[bin] * 8e6 / covered;
    }

    /** The sum over all functions, of the first {@code bins} bins. */
    public Curve aggregateCurve(int bins) {
        return curve(bins, this::aggregate);
    }

    /** The sum over the functions that are meant, of the first {@code bins} bins. */
    public Curve aggregateCurve(int bins, IntPredicate functions) {
        double[] moved = new double[bins];
        for (int function = 0; function < bytes.length; function++) {
            float[] own = bytes[function];
            for (int bin = 0; own != null && functions.test(function) && bin < bins; bin++) {
                moved[bin] += own[bin];
            }
        }
        return curve(bins, bin -> moved[bin] * 8e6 / binMicros);
    }

    /** The rate of one function, of the first {@code bins} bins. */
    public Curve rateCurve(int function, int bins) {
        return curve(bins, bin -> rate(function, bin));
    }

    /** A value for each of the first {@code bins} bins, at the bin's middle. */
    Curve curve(int bins, IntToDoubleFunction value) {
        double[] seconds = new double[bins];
        double[] values = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            seconds[bin] = (bin + 0.5) * binMicros / 1e6;
            values[bin] = value.applyAsDouble(bin);
        }
        return new Curve(seconds, values);
    }

    /** Whether the function's transfer covers at least half of the bin. */
    boolean covers(int function, int bin) {
        return bytes[function] != null && coveredMicros(function, bin) * 2 >= binMicros;
    }

    /**
     * What a function moved between two times in microseconds after T0. A bin that is partly inside counts pro rata to
     * the part of it that the function's transfer covers, so that a transfer wholly inside counts whole.
     */
    public double bytes(int function, long start, long end) {
        float[] bins = bytes[function];
        double inside = 0;
        if (bins != null) {
            for (int bin = (int) (start / binMicros); bin < capacity && bin * binMicros < end; bin++) {
                long covered = coveredMicros(function, bin);
                long from = Math.max(Math.max(start, firstMicros[function]), bin * binMicros);
                long to = Math.min(Math.min(end, lastMicros[function]), (bin + 1) * binMicros);
                inside += covered > 0 && to > from ? bins[bin] * ((to - from) / (double) covered) : 0;
            }
        }
        return inside;
    }

    public int functions() {
        return bytes.length;
    }

    /** Number of bins that end before the newest moment that any function has reported, but at least the first. */
    public int filledBins() {
        long newest = Arrays.stream(lastMicros).max().orElse(0);
        return (int) Math.max(newest > 0 ? 1 : 0, newest / binMicros);
    }

    public int capacity() {
        return capacity;
    }

    /** The first bin that has changed since this was last asked. */
    int takeFirstChangedBin() {
        int changed = firstChangedBin;
        firstChangedBin = capacity;
        return changed;
    }

    private long coveredMicros(int function, int bin) {
        return Math.min(lastMicros[function], (bin + 1) * binMicros) - Math.max(firstMicros[function], bin * binMicros);
    }

    private void cover(int function, long start, long end) {
        if (bytes[function] == null) {
            bytes[function] = new float[capacity];
            firstMicros[function] = start;
        }
        firstMicros[function] = Math.min(firstMicros[function], start);
        lastMicros[function] = Math.max(lastMicros[function], end);
    }

    private void merge() {
        for (int bin = 0; bin < capacity; bin++) {
            int left = 2 * bin;
            boolean filled = left < capacity;
            totalBytes[bin] = filled ? totalBytes[left] + totalBytes[left + 1] : 0;
            for (float[] bins : bytes) {
                if (bins != null) {
                    bins[bin] = filled ? bins[left] + bins[left + 1] : 0;
                }
            }
        }
        binMicros *= 2;
        firstChangedBin = 0;
    }
}
