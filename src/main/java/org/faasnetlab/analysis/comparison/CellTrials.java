package org.faasnetlab.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;

/**
 * The trials of a cell of one run, in the order in which they were measured.
 *
 * @param label description of the cell
 * @param medians of the rates of the functions of each trial that has any, in bit/s
 */
public record CellTrials(String label, double[] medians) {

    /** The cells of a run, in the order in which they were measured first. */
    public static List<CellTrials> of(RunComparison.ComparedRun run) {
        return medians(run).entrySet().stream()
                .map(cell -> new CellTrials(cell.getKey().label(run.run()).toString(), cell.getValue()))
                .toList();
    }

    /** The medians of the trials of each cell, in the order in which cells were measured first. */
    static Map<ComparedCell.Key, double[]> medians(RunComparison.ComparedRun run) {
        Map<ComparedCell.Key, List<Double>> cells = new LinkedHashMap<>();
        for (TrialRow trial : run.trials()) {
            for (ComparedCell.Key key : ComparedCell.Key.of(trial)) {
                List<FunctionRow> functions = run.functions().stream()
                        .filter(function -> function.trial() == trial.index()
                                && (key.direction() == null
                                        || trial.directionOf(function.functionIndex()) == key.direction()))
                        .toList();
                double[] values = FunctionValues.rates(trial, functions);
                List<Double> medians = cells.computeIfAbsent(key, first -> new ArrayList<>());
                if (values.length > 0) {
                    medians.add(Quantiles.of(values, 0.5));
                }
            }
        }
        Map<ComparedCell.Key, double[]> arrays = new LinkedHashMap<>();
        cells.forEach((key, medians) -> arrays.put(
                key, medians.stream().mapToDouble(Double::doubleValue).toArray()));
        return arrays;
    }
}
