package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import org.faasnetlab.workload.Metric;

/** Aggregates values of a metric by its {@link Metric.Aggregation}. */
public final class MetricAggregation {
    private MetricAggregation() {}

    /**
     * The aggregate of some values, in any order.
     *
     * @return NaN if there are none
     */
    public static double of(Metric.Aggregation aggregation, double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        return switch (aggregation) {
            case SUM -> Arrays.stream(values).sum();
            case MEAN -> Arrays.stream(values).sum() / values.length;
            case MEDIAN -> quantile(values, 0.5);
            case P95 -> quantile(values, 0.95);
            case COUNT -> values.length;
        };
    }

    private static double quantile(double[] values, double level) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.of(sorted, level);
    }
}
