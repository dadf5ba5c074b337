package org.faasnetlab.chart.timeline;

import java.util.Arrays;
import java.util.List;
import org.faasnetlab.measure.Interval;

/**
 * What one function, or several together, moved, in bins of equal width that begin at multiples of it after T0. An
 * interval that lies in several bins counts in each for the part of its time that lies inside, so that no byte is lost or
 * counted twice. Times are microseconds after T0. Not thread-safe.
 */
public final class IntervalBins {
    /** Two days in the shortest bins. A chart has a few thousand. */
    static final int MAX_BINS = 2_000_000;

    private long binMicros;
    private long first;
    private int size;
    private double[] bytes = {};
    private long[] coveredMicros = {};
    private long startMicros = Long.MAX_VALUE;
    private long endMicros = Long.MIN_VALUE;

    /** @param binMicros width of a bin in microseconds, more than 0 */
    public IntervalBins(long binMicros) {
        if (binMicros <= 0) {
            throw new IllegalArgumentException("a bin is wider than 0 us, not " + binMicros);
        }
        this.binMicros = binMicros;
    }

    static IntervalBins of(List<Interval> intervals, long binMicros) {
        IntervalBins bins = new IntervalBins(binMicros);
        intervals.forEach(interval -> bins.add(interval, Long.MIN_VALUE));
        return bins;
    }

    /** Adds the part of an interval that lies after a time. */
    void add(Interval interval, long notBefore) {
        long from = Math.max(notBefore, interval.offsetMicros());
        long end = interval.endMicros();
        if (from >= end) {
            return;
        }
        startMicros = Math.min(startMicros, from);
        endMicros = Math.max(endMicros, end);
        long bin = Math.floorDiv(from, binMicros);
        cover(bin, Math.floorDiv(end - 1, binMicros));
        for (int index = (int) (bin - first); from < end; index++) {
            long to = Math.min(end, (first + index + 1) * binMicros);
            bytes[index] += interval.bytes() * ((to - from) / (double) interval.durationMicros());
            coveredMicros[index] += to - from;
            from = to;
        }
    }

    /** Adds what a store has summed over a bin of the same width. */
    public void add(long bin, double moreBytes, long moreCoveredMicros) {
        startMicros = Math.min(startMicros, bin * binMicros);
        endMicros = Math.max(endMicros, (bin + 1) * binMicros);
        cover(bin, bin);
        bytes[(int) (bin - first)] += moreBytes;
        coveredMicros[(int) (bin - first)] += moreCoveredMicros;
    }

    /** Makes room for bins, the first of which may lie before those there are. */
    private void cover(long from, long last) {
        long newFirst = size == 0 ? from : Math.min(first, from);
        long newEnd = size == 0 ? last + 1 : Math.max(end(), last + 1);
        if (newEnd - newFirst > MAX_BINS) {
            throw new IllegalArgumentException(
                    newEnd - newFirst + " bins of " + binMicros + " us are too many to draw");
        }
        int newSize = (int) (newEnd - newFirst);
        int shift = size == 0 ? 0 : (int) (first - newFirst);
        if (newSize > bytes.length || shift > 0) {
            int room = Math.max(newSize, Math.min(2 * bytes.length, newSize + 4_096));
            double[] moreBytes = new double[room];
            long[] moreCovered = new long[room];
            System.arraycopy(bytes, 0, moreBytes, shift, size);
            System.arraycopy(coveredMicros, 0, moreCovered, shift, size);
            bytes = moreBytes;
            coveredMicros = moreCovered;
        }
        first = newFirst;
        size = newSize;
    }

    /** Makes bins twice as wide: neighbours become one. */
    void doubleWidth() {
        IntervalBins wide = new IntervalBins(2 * binMicros);
        if (size > 0) {
            wide.cover(Math.floorDiv(first, 2), Math.floorDiv(end() - 1, 2));
            for (long bin = first; bin < end(); bin++) {
                int index = (int) (Math.floorDiv(bin, 2) - wide.first);
                wide.bytes[index] += bytes(bin);
                wide.coveredMicros[index] += coveredMicros(bin);
            }
        }
        binMicros = wide.binMicros;
        first = wide.first;
        size = wide.size;
        bytes = wide.bytes;
        coveredMicros = wide.coveredMicros;
    }

    public long binMicros() {
        return binMicros;
    }

    /** Number of the first bin; bin 0 begins at T0. */
    public long first() {
        return first;
    }

    /** Number of the bin after the last one. */
    public long end() {
        return first + size;
    }

    /** Bytes moved in a bin, 0 outside the bins there are. */
    public double bytes(long bin) {
        return bin < first || bin >= end() ? 0 : bytes[(int) (bin - first)];
    }

    /** How much of a bin the intervals cover, in microseconds; more than its width if intervals overlap. */
    public long coveredMicros(long bin) {
        return bin < first || bin >= end() ? 0 : coveredMicros[(int) (bin - first)];
    }

    /** Whether anything was measured in this bin at all. */
    boolean covers(long bin) {
        return coveredMicros(bin) > 0;
    }

    /** Whether at least half of the bin was measured: less says too little of its rate. */
    boolean coversHalf(long bin) {
        return coveredMicros(bin) * 2 >= binMicros;
    }

    /** Rate in bit/s over the part of the bin that was measured, so that a start within a bin is no dip; NaN if none was. */
    double rate(long bin) {
        return covers(bin) ? bytes(bin) * 8e6 / coveredMicros(bin) : Double.NaN;
    }

    /** End of the newest interval; 0 if there is none. */
    public long endMicros() {
        return size == 0 ? 0 : endMicros;
    }

    /**
     * What was moved between two times. A bin that is partly inside counts pro rata to the part of it that lies between
     * the first start and the last end, so that a transfer wholly inside counts whole.
     */
    public double bytesBetween(long start, long end) {
        double inside = 0;
        long last = Math.min(end(), Math.floorDiv(end - 1, binMicros) + 1);
        for (long bin = Math.max(first, Math.floorDiv(start, binMicros)); bin < last; bin++) {
            long binStart = Math.max(startMicros, bin * binMicros);
            long binEnd = Math.min(endMicros, (bin + 1) * binMicros);
            long from = Math.max(start, binStart);
            long to = Math.min(end, binEnd);
            inside += to > from ? bytes(bin) * ((to - from) / (double) (binEnd - binStart)) : 0;
        }
        return inside;
    }

    @Override
    public String toString() {
        return size + " bins of " + binMicros + " us from " + first + ": "
                + Arrays.toString(Arrays.copyOf(bytes, size));
    }
}
