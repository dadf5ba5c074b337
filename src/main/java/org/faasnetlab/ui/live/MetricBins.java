package org.faasnetlab.ui.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.timeline.MetricCurve;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.workload.Metric;

/**
 * A metric of the intervals of a trial over time, as the timeline of a saved run has it: the functions are combined as the metric states it,
 * intervals of a function are added up or averaged. Bins are merged in pairs when there are too many, so that memory depends only on the number of functions. Not
 * thread-safe.
 */
final class MetricBins {
    static final int MAX_BINS = 256;
    private static final long FIRST_MICROS = 100_000;

    private final Map<Integer, Row> rows = new HashMap<>();
    private final Metric metric;
    private final double[] combined = new double[MAX_BINS];

    /** Bins whose value is not up to date. */
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

    MetricBins(Metric metric) {
        this.metric = metric;
    }

    /** Intervals without a value are ignored. */
    void add(int functionIndex, Interval interval) {
        Double value = interval.value(metric.id());
        if (value == null) {
            return;
        }
        long middle = Math.max(0, interval.offsetMicros() + interval.durationMicros() / 2);
        while (middle / binMicros >= MAX_BINS) {
            mergePairs();
        }
        int bin = (int) (middle / binMicros);
        Row row = rows.computeIfAbsent(functionIndex, unused -> new Row());
        row.sums[bin] += value;
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

    /** The values in the unit in which the metric is shown, in the middle of each bin that has some; x in seconds after T0. */
    Curve curve() {
        changed.stream().forEach(bin -> combined[bin] = combine(bin));
        changed.clear();
        Curve.Builder curve = new Curve.Builder();
        filled.stream()
                .forEach(bin ->
                        curve.add((bin + 0.5) * binMicros / 1e6, metric.unit().shown(combined[bin])));
        return curve.build();
    }

    /** The curve with its metric. */
    MetricCurve measured() {
        return new MetricCurve(metric, curve());
    }

    private double combine(int bin) {
        boolean added = metric.overTime() == Metric.Aggregation.SUM;
        double[] values = rows.values().stream()
                .filter(row -> row.counts[bin] > 0)
                .mapToDouble(row -> added ? row.sums[bin] : row.sums[bin] / row.counts[bin])
                .toArray();
        if (values.length == 0) {
            return 0;
        }
        return switch (metric.overFunctions()) {
            case SUM -> Arrays.stream(values).sum();
            case MEAN -> Arrays.stream(values).average().orElse(0);
            case MEDIAN -> Quantiles.of(values, 0.5);
            case P95 -> Quantiles.of(values, 0.95);
            case COUNT -> values.length;
        };
    }
}
