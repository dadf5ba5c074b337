package org.faasnetlab.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.Workload;

/**
 * Determines the metrics of a run: those of the workloads of its trials, without duplicates, in order of declaration.
 */
public final class RunMetrics {
    private RunMetrics() {}

    /** The metrics of intervals of the trials. */
    public static List<Metric> ofIntervals(List<TrialRow> trials) {
        return all(trials, Workload::intervalMetrics);
    }

    /** The metrics of functions of the trials. */
    public static List<Metric> ofFunctions(List<TrialRow> trials) {
        return all(trials, Workload::functionMetrics);
    }

    /** The metrics of intervals without bandwidth and {@link Metrics#OF_EVERY_INTERVAL}. */
    public static List<Metric> furtherOfIntervals(List<TrialRow> trials) {
        return further(ofIntervals(trials), Metrics.OF_EVERY_INTERVAL);
    }

    /** The metrics of functions without bandwidth and {@link Metrics#OF_EVERY_FUNCTION}. */
    public static List<Metric> furtherOfFunctions(List<TrialRow> trials) {
        return further(ofFunctions(trials), Metrics.OF_EVERY_FUNCTION);
    }

    private static List<Metric> all(List<TrialRow> trials, Function<Workload, List<Metric>> metrics) {
        Set<Metric> all = new LinkedHashSet<>();
        trials.forEach(trial -> all.addAll(metrics.apply(trial.workload())));
        return List.copyOf(all);
    }

    private static List<Metric> further(List<Metric> all, List<Metric> always) {
        return all.stream()
                .filter(metric -> !metric.equals(Metrics.BANDWIDTH) && !always.contains(metric))
                .toList();
    }
}
