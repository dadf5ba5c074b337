package org.faasnetlab.chart.timeline;

import java.util.List;
import org.faasnetlab.measure.Interval;

/**
 * The intervals of one function spread over bins of equal width that begin at multiples of it after T0. An interval
 * that lies in several bins counts in each for the part of its time that lies inside.
 */
final class IntervalBins {
    private final long binMicros;
    private final long first;
    private final double[] bytes;
    private final long[] coveredMicros;

    /** @param binMicros width of a bin in microseconds, more than 0 */
    IntervalBins(List<Interval> intervals, long binMicros) {
        if (binMicros <= 0) {
            throw new IllegalArgumentException("a bin is wider than 0 us, not " + binMicros);
        }
        this.binMicros = binMicros;
        first = intervals.stream()
                .mapToLong(one -> Math.floorDiv(one.offsetMicros(), binMicros))
                .min()
                .orElse(0);
        long last = intervals.stream()
                .mapToLong(one -> Math.floorDiv(one.endMicros() - 1, binMicros))
                .max()
                .orElse(first - 1);
        bytes = new double[Math.toIntExact(last - first + 1)];
        coveredMicros = new long[bytes.length];
        intervals.forEach(this::spread);
    }

    private void spread(Interval interval) {
        long from = interval.offsetMicros();
        while (from < interval.endMicros()) {
            long bin = Math.floorDiv(from, binMicros);
            long to = Math.min(interval.endMicros(), (bin + 1) * binMicros);
            int index = (int) (bin - first);
            bytes[index] += interval.bytes() * ((to - from) / (double) interval.durationMicros());
            coveredMicros[index] += to - from;
            from = to;
        }
    }

    /** Number of the first bin; bin 0 begins at T0. */
    long first() {
        return first;
    }

    /** Number of the bin after the last one. */
    long end() {
        return first + bytes.length;
    }

    /** Bytes moved in a bin, 0 outside the bins there are. */
    double bytes(long bin) {
        return bin < first || bin >= end() ? 0 : bytes[(int) (bin - first)];
    }

    /** How much of a bin the intervals cover, in microseconds; more than its width if intervals overlap. */
    long coveredMicros(long bin) {
        return bin < first || bin >= end() ? 0 : coveredMicros[(int) (bin - first)];
    }

    /** Whether the function measured in this bin at all. */
    boolean covers(long bin) {
        return coveredMicros(bin) > 0;
    }
}
