package org.faasnetlab.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one run side by side. Each repetition measures each cell once, so that the trials of a repetition form
 * pairs; what changes between repetitions does not enter the differences. With the order {@code alternating} (ABBA),
 * neither does what changes steadily within them.
 *
 * @param metric whose values of functions are compared
 * @param cells in the order of the plan; the others are compared with the first
 */
public record CellComparison(Metric metric, List<PairedCell> cells) {

    /**
     * One cell's values, compared with those of the first.
     *
     * @param label description of the cell
     * @param failed number of failed functions, which are not samples
     * @param each values in the unit of the metric; null if no function has one
     * @param differenceToFirst how much higher it is than the first cell, over the repetitions in which both have a value;
     *     null for the first cell, and if there is no such repetition
     */
    public record PairedCell(
            String label,
            int failed,
            @Nullable CellStatistics each,
            @Nullable MedianDifference differenceToFirst) {}

    public CellComparison {
        cells = List.copyOf(cells);
    }

    public static CellComparison of(RunComparison.ComparedRun run, Metric metric) {
        Map<ComparedCell.Key, List<TrialRow>> trials = new LinkedHashMap<>();
        run.trials().stream()
                .sorted((one, other) -> one.repetition() - other.repetition())
                .forEach(trial -> ComparedCell.Key.of(trial)
                        .forEach(key -> trials.computeIfAbsent(key, first -> new ArrayList<>())
                                .add(trial)));
        List<PairedCell> cells = new ArrayList<>();
        Map<Integer, Double> first = new TreeMap<>();
        for (Map.Entry<ComparedCell.Key, List<TrialRow>> cell : trials.entrySet()) {
            Map<Integer, List<FunctionRow>> functions = cell.getValue().stream()
                    .collect(Collectors.toMap(
                            TrialRow::repetition,
                            trial -> functions(run, trial, cell.getKey().direction()),
                            (before, again) -> again,
                            TreeMap::new));
            List<FunctionRow> all =
                    functions.values().stream().flatMap(List::stream).toList();
            Map<Integer, Double> medians = medians(metric, functions);
            cells.add(new PairedCell(
                    cell.getKey().label(run.run()).toString(),
                    (int) all.stream()
                            .filter(function -> function.failure() != null)
                            .count(),
                    CellStatistics.of(FunctionValues.byTrial(metric, all)),
                    cells.isEmpty() ? null : difference(medians, first)));
            if (cells.size() == 1) {
                first.putAll(medians);
            }
        }
        return new CellComparison(metric, cells);
    }

    private static List<FunctionRow> functions(
            RunComparison.ComparedRun run, TrialRow trial, @Nullable Direction direction) {
        return run.functions().stream()
                .filter(function -> function.trial() == trial.index()
                        && (direction == null || trial.directionOf(function.functionIndex()) == direction))
                .toList();
    }

    private static Map<Integer, Double> medians(Metric metric, Map<Integer, List<FunctionRow>> repetitions) {
        Map<Integer, Double> medians = new TreeMap<>();
        repetitions.forEach((repetition, functions) -> {
            double[] values = FunctionValues.of(metric, functions);
            if (values.length > 0) {
                medians.put(repetition, Quantiles.of(values, 0.5));
            }
        });
        return medians;
    }

    private static @Nullable MedianDifference difference(Map<Integer, Double> of, Map<Integer, Double> first) {
        List<Integer> both = of.keySet().stream().filter(first::containsKey).toList();
        return both.isEmpty() ? null : MedianDifference.ofPairs(values(of, both), values(first, both));
    }

    private static double[] values(Map<Integer, Double> medians, List<Integer> repetitions) {
        return medians.entrySet().stream()
                .filter(entry -> repetitions.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .toArray();
    }
}
