package org.faasnetlab.chart.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.distribution.DistributionData;
import org.faasnetlab.chart.timeline.SummedCurves;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;

/** Makes what a chart of several runs shows: their aggregate bandwidths over time, or the spread of another metric. */
public final class ComparisonBuilder {
    private ComparisonBuilder() {}

    /**
     * The chart of a cell; a run that has no data of it is left out.
     *
     * @param names what the chart calls each run
     */
    public static ChartData read(
            RunReader store, RunComparison comparison, ComparedCell cell, Function<RunRow, String> names)
            throws StoreException {
        // The course of the bandwidth shows bursts and baselines too.
        return comparison.metric().equals(Metrics.BANDWIDTH) || BurstMetrics.ALL.contains(comparison.metric())
                ? aggregates(store, comparison, cell, names)
                : distributions(store, comparison, cell, names);
    }

    /** Reads one trial of a cell of each run, the first that delivered. */
    private static ChartData aggregates(
            RunReader store, RunComparison comparison, ComparedCell cell, Function<RunRow, String> names)
            throws StoreException {
        List<ComparisonData.Line> lines = new ArrayList<>();
        for (int index = 0; index < comparison.runs().size(); index++) {
            RunRow run = comparison.runs().get(index);
            Integer trial = cell.samples().get(index).trial();
            if (trial != null) {
                lines.add(new ComparisonData.Line(
                        Phrase.of("{0}, trial {1}", names.apply(run), trial + 1),
                        SummedCurves.aggregate(store.sums(), row(store, run, trial), cell.direction())));
            }
        }
        return new ComparisonData(head(Phrase.of("All functions together"), comparison, cell), lines);
    }

    private static ChartData distributions(
            RunReader store, RunComparison comparison, ComparedCell cell, Function<RunRow, String> names)
            throws StoreException {
        Metric metric = comparison.metric();
        List<DistributionData.Group> groups = new ArrayList<>();
        for (int index = 0; index < comparison.runs().size(); index++) {
            RunRow run = comparison.runs().get(index);
            Integer trial = cell.samples().get(index).trial();
            double[] values = trial == null ? new double[0] : values(store, row(store, run, trial), cell, metric);
            if (values.length > 0) {
                groups.add(DistributionData.Group.of(
                        Phrase.of("{0}, trial {1}", names.apply(run), Objects.requireNonNull(trial) + 1), values));
            }
        }
        return new DistributionData(
                head(Phrase.of("{0} of each function", metric.phrase()), comparison, cell), metric, groups, List.of());
    }

    /** Of the functions of one trial, ascending, in the unit in which the metric is shown. */
    private static double[] values(RunReader store, TrialRow trial, ComparedCell cell, Metric metric)
            throws StoreException {
        return store.functions(trial.runId()).stream()
                .filter(function -> function.trial() == trial.index())
                .filter(function ->
                        cell.direction() == null || trial.directionOf(function.functionIndex()) == cell.direction())
                .map(function -> function.value(metric))
                .filter(Objects::nonNull)
                .mapToDouble(value -> metric.unit().shown(value))
                .sorted()
                .toArray();
    }

    private static ChartHeading head(Phrase title, RunComparison comparison, ComparedCell cell) {
        boolean simulated = comparison.runs().stream().anyMatch(RunRow::simulatedNetwork);
        return new ChartHeading(
                title,
                Phrase.join(
                        " · ",
                        List.of(
                                Phrase.of("one trial per run"),
                                cell.shared() ? cell.label() : Phrase.of("the runs have no cell in common"))),
                simulated);
    }

    private static TrialRow row(RunReader store, RunRow run, int trial) throws StoreException {
        return store.trials(run.id()).stream()
                .filter(row -> row.index() == trial)
                .findFirst()
                .orElseThrow();
    }
}
