package org.faasnetlab.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunMetrics;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Two or more runs side by side. They are compared cell by cell in the cells that all of them measured. Runs without a
 * common cell stand side by side as a whole, and are compared only where that is wanted.
 *
 * @param runs in the order of the comparison; the others are compared with the first
 * @param metric whose values of functions are compared
 * @param cells what is compared, at least one
 * @param settings the differing settings by name, with their values in the order of the runs
 * @param environment the differing facts about testbed and computer, likewise
 */
public record RunComparison(
        List<RunRow> runs,
        Metric metric,
        List<ComparedCell> cells,
        SortedMap<String, List<String>> settings,
        SortedMap<String, List<String>> environment) {

    /** Placeholder for a setting or fact that a run does not have. */
    public static final String MISSING = "–";

    /**
     * A run with all its rows except intervals.
     *
     * @param trials in order of their index
     * @param leftOut a sentence about invalid trials that are not among them; null if there are none
     */
    public record ComparedRun(
            RunRow run,
            List<TrialRow> trials,
            List<FunctionRow> functions,
            @Nullable Phrase leftOut) {

        /** With all these trials, valid or not. */
        public ComparedRun(RunRow run, List<TrialRow> trials, List<FunctionRow> functions) {
            this(run, trials, functions, null);
        }

        /**
         * Reads a run.
         *
         * @param withInvalid whether invalid trials count
         */
        public static ComparedRun read(RunReader store, RunRow run, boolean withInvalid) throws StoreException {
            List<TrialRow> trials = store.trials(run.id());
            List<FunctionRow> functions = store.functions(run.id());
            if (withInvalid) {
                return new ComparedRun(run, trials, functions);
            }
            List<EvidenceRow> evidence = store.evidence(run.id());
            SortedMap<Integer, Validity> validity = Validity.ofTrials(trials, functions, evidence);
            return new ComparedRun(
                    run,
                    trials.stream()
                            .filter(trial -> Objects.requireNonNull(validity.get(trial.index()))
                                    .isValid())
                            .toList(),
                    functions,
                    Validity.leftOut(validity.values()));
        }

        /** The same run with other values of its functions. */
        public ComparedRun withFunctions(List<FunctionRow> others) {
            return new ComparedRun(run, trials, others, leftOut);
        }

        public ComparedRun {
            trials = List.copyOf(trials);
            functions = List.copyOf(functions);
        }
    }

    public RunComparison {
        runs = List.copyOf(runs);
        cells = List.copyOf(cells);
    }

    /** A comparison of rates: by the first of {@link #metrics}. */
    public static RunComparison of(List<ComparedRun> runs) {
        return of(runs, metrics(runs).get(0));
    }

    /** The metrics of which functions of each run have values, and bandwidth; the rate that all of them state first. */
    public static List<Metric> metrics(List<ComparedRun> runs) {
        Metric rate = FunctionValues.rateMetric(runs.stream().flatMap(run -> run.trials().stream()));
        return Stream.concat(
                        Stream.of(rate, Metrics.BANDWIDTH),
                        RunMetrics.ofFunctions(runs.get(0).trials()).stream())
                .distinct()
                .filter(metric -> metric.equals(Metrics.BANDWIDTH) || hasValues(metric, runs))
                .toList();
    }

    /** Those of the metrics of which functions of each run have values. */
    public static List<Metric> known(List<Metric> metrics, List<ComparedRun> runs) {
        return metrics.stream().filter(metric -> hasValues(metric, runs)).toList();
    }

    private static boolean hasValues(Metric metric, List<ComparedRun> runs) {
        return runs.stream()
                .allMatch(run -> run.functions().stream().anyMatch(function -> function.value(metric) != null));
    }

    /**
     * Without differences where the runs have no cell in common.
     *
     * @param runs two or more runs
     * @throws IllegalArgumentException if there are fewer
     */
    public static RunComparison of(List<ComparedRun> runs, Metric metric) {
        return of(runs, metric, false);
    }

    /** With differences also where the runs have no cell in common. */
    public static RunComparison regardlessOfCells(List<ComparedRun> runs, Metric metric) {
        return of(runs, metric, true);
    }

    /** How many differences are judged; each has 5 % to be called one by chance. */
    public int judgements() {
        return (int) cells.stream()
                .flatMap(cell -> cell.samples().stream())
                .filter(sample -> sample.differenceToFirst() != null
                        && sample.differenceToFirst().interval() != null)
                .count();
    }

    /** Whether there is a cell that all runs measured. */
    public boolean hasCommonCell() {
        return cells.stream().allMatch(ComparedCell::shared);
    }

    private static RunComparison of(List<ComparedRun> runs, Metric metric, boolean regardless) {
        if (runs.size() < 2) {
            throw new IllegalArgumentException("it takes two runs to compare");
        }
        List<RunRow> rows = runs.stream().map(ComparedRun::run).toList();
        return new RunComparison(
                rows,
                metric,
                cells(runs, metric, regardless),
                differing(rows, RunRow::settings),
                differing(rows, RunRow::environment));
    }

    private static List<ComparedCell> cells(List<ComparedRun> runs, Metric metric, boolean regardless) {
        Set<ComparedCell.Key> common = new LinkedHashSet<>(keys(runs.get(0)));
        runs.forEach(run -> common.retainAll(keys(run)));
        if (common.isEmpty()) {
            return List.of(ComparedCell.of(null, metric, runs, regardless));
        }
        return common.stream()
                .map(key -> ComparedCell.of(key, metric, runs, true))
                .toList();
    }

    private static Set<ComparedCell.Key> keys(ComparedRun run) {
        Set<ComparedCell.Key> keys = new LinkedHashSet<>();
        run.trials().forEach(trial -> keys.addAll(ComparedCell.Key.of(trial)));
        return keys;
    }

    private static SortedMap<String, List<String>> differing(
            List<RunRow> runs, Function<RunRow, SortedMap<String, String>> facts) {
        SortedMap<String, List<String>> differing = new TreeMap<>();
        for (RunRow run : runs) {
            for (String name : facts.apply(run).keySet()) {
                List<String> values = new ArrayList<>();
                for (RunRow other : runs) {
                    values.add(facts.apply(other).getOrDefault(name, MISSING));
                }
                if (Set.copyOf(values).size() > 1) {
                    differing.put(name, List.copyOf(values));
                }
            }
        }
        return differing;
    }
}
