package org.faasnetlab.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunMetrics;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;

/** The metrics that a chart of a run can show: those that its workloads report and of which it has values. */
public final class DrawableMetrics {
    private final List<TrialRow> trials;
    private final List<FunctionRow> functions;

    /** @param functions of these trials, and perhaps of others */
    public DrawableMetrics(List<TrialRow> trials, List<FunctionRow> functions) {
        this.trials = List.copyOf(trials);
        this.functions = functions.stream()
                .filter(function -> trials.stream().anyMatch(trial -> trial.index() == function.trial()))
                .toList();
    }

    /**
     * The metrics of a kind of chart; none for a kind that has no choice. First is bandwidth in a chart of one trial, and in a
     * chart of a run the rate that its workload states.
     */
    public List<Metric> of(ChartKind kind) {
        if (!kind.showsMetric()) {
            return List.of();
        }
        return kind.ofTrial()
                ? RunMetrics.ofIntervals(trials).stream()
                        .filter(this::inIntervals)
                        .toList()
                : Stream.concat(Stream.of(rate()), RunMetrics.ofFunctions(trials).stream())
                        .distinct()
                        .filter(this::hasValues)
                        .toList();
    }

    /** The metric that states the rates of functions; bandwidth if the trials do not state the same. */
    public Metric rate() {
        return FunctionValues.rateMetric(trials.stream());
    }

    /** The metrics of functions, other than bandwidth and the rate, whose values differ: a constant needs no chart. */
    public List<Metric> varying() {
        Metric rate = rate();
        return RunMetrics.ofFunctions(trials).stream()
                .filter(metric -> !metric.equals(Metrics.BANDWIDTH) && !metric.equals(rate))
                .filter(metric -> functions.stream()
                                .map(function -> function.value(metric))
                                .filter(Objects::nonNull)
                                .distinct()
                                .limit(2)
                                .count()
                        == 2)
                .toList();
    }

    /** The metrics of intervals, other than bandwidth, of which not all functions have a total of 0. */
    public List<Metric> ofIntervalsAboveZero() {
        return of(ChartKind.TIMELINE).stream()
                .filter(metric -> !metric.equals(Metrics.BANDWIDTH))
                .filter(metric -> functions.stream()
                        .map(function -> function.value(metric))
                        .anyMatch(total -> total == null || total != 0))
                .toList();
    }

    private boolean hasValues(Metric metric) {
        return metric.equals(Metrics.BANDWIDTH)
                || functions.stream().anyMatch(function -> function.value(metric) != null);
    }

    /** A metric that functions report in total as well has values in intervals only if it has a total. */
    private boolean inIntervals(Metric metric) {
        return !RunMetrics.ofFunctions(trials).contains(metric) || hasValues(metric);
    }
}
