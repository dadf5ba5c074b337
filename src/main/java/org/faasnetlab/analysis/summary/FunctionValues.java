package org.faasnetlab.analysis.summary;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.WorkloadType;

/** Values of a metric of functions, by trial. Functions without a value, such as those that failed, have none. */
public final class FunctionValues {
    private FunctionValues() {}

    /** The values of each trial, in the order of the trials and in the unit of the metric; some may have none. */
    public static List<double[]> byTrial(Metric metric, List<FunctionRow> functions) {
        Map<Integer, List<FunctionRow>> trials = functions.stream()
                .collect(Collectors.groupingBy(FunctionRow::trial, TreeMap::new, Collectors.toList()));
        return trials.values().stream().map(own -> of(metric, own)).toList();
    }

    /** The metric that states the rates of functions; bandwidth if the trials do not state the same. */
    public static Metric rateMetric(Stream<TrialRow> trials) {
        List<Metric> stated = trials.map(trial -> trial.workload().type().rateMetric())
                .distinct()
                .toList();
        return stated.size() == 1 ? stated.get(0) : Metrics.BANDWIDTH;
    }

    /**
     * The rates of functions of a trial that have one, in bit/s, see {@link WorkloadType#rateMetric}; none if nothing was to be
     * transferred.
     */
    public static double[] rates(TrialRow trial, List<FunctionRow> functions) {
        if (!trial.workload().type().transfers()) {
            return new double[0];
        }
        return of(trial.workload().type().rateMetric(), functions);
    }

    /** The values of some functions. */
    public static double[] of(Metric metric, List<FunctionRow> functions) {
        return functions.stream()
                .map(function -> function.value(metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The median of each trial that has values. */
    public static double[] medians(List<double[]> trials) {
        return trials.stream()
                .filter(values -> values.length > 0)
                .mapToDouble(values -> Quantiles.of(values, 0.5))
                .toArray();
    }
}
