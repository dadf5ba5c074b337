package org.faasnetlab.ui.live;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.workload.latency.ProbeMetrics;

/**
 * Round-trip times of the latency probes of a trial over time, as the timeline of a saved run has them: the median of the
 * functions. Bins are merged in pairs when there are too many, so that memory depends only on the number of functions. Not
 * thread-safe.
 */
final class LatencyBins {
    static final int MAX_BINS = 256;
    private static final long FIRST_MICROS = 100_000;

    private final Map<Integer, Row> rows = new HashMap<>();
    private final double[] medians = new double[MAX_BINS];

    /** Bins whose median is not up to date. */
    private final BitSet changed = new BitSet(MAX_BINS);

    private final BitSet filled = new BitSet(MAX_BINS);
    private long binMicros = FIRST_MICROS;

    /** The sum and the number of the values of one function in each bin. */
    private static final class Row {
        private final double[] sums = new double[MAX_BINS];
        private final int[] counts = new int[MAX_BINS];

        void mergePairs() {
            for (int bin = 0; bin < MAX_BINS; bin++) {
                int first = 2 * bin;
                sums[bin] = first < MAX_BINS ? sums[first] + sums[first + 1] : 0;
                counts[bin] = first < MAX_BINS ? counts[first] + counts[first + 1] : 0;
            }
        }
    }

    /** Intervals without a probe that was answered are ignored. */
    void add(int functionIndex, Interval interval) {
        Double rtt = interval.value(ProbeMetrics.RTT.id());
        if (rtt == null) {
            return;
        }
        long middle = Math.max(0, interval.offsetMicros() + interval.durationMicros() / 2);
        while (middle / binMicros >= MAX_BINS) {
            mergePairs();
        }
        int bin = (int) (middle / binMicros);
        Row row = rows.computeIfAbsent(functionIndex, unused -> new Row());
        row.sums[bin] += rtt;
        row.counts[bin]++;
        filled.set(bin);
        changed.set(bin);
    }

    private void mergePairs() {
        rows.values().forEach(Row::mergePairs);
        binMicros *= 2;
        BitSet before = (BitSet) filled.clone();
        filled.clear();
        before.stream().forEach(bin -> filled.set(bin / 2));
        changed.or(filled);
    }

    /** The times in the unit of the metric, in the middle of each bin that has some; x in seconds after T0. */
    Curve curve() {
        changed.stream().forEach(bin -> medians[bin] = median(bin));
        changed.clear();
        Curve.Builder curve = new Curve.Builder();
        filled.stream()
                .forEach(bin -> curve.add(
                        (bin + 0.5) * binMicros / 1e6, ProbeMetrics.RTT.unit().shown(medians[bin])));
        return curve.build();
    }

    private double median(int bin) {
        double[] values = rows.values().stream()
                .filter(row -> row.counts[bin] > 0)
                .mapToDouble(row -> row.sums[bin] / row.counts[bin])
                .toArray();
        return values.length == 0 ? 0 : Quantiles.of(values, 0.5);
    }
}
