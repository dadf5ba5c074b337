package org.faasnetlab.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * One cell of several runs, or everything that they measured. The values are those of one metric of the functions that
 * finished, such as their bandwidths, each over its own transfer; the trials are the sample, see {@link CellStatistics}.
 *
 * @param shared whether this is a cell that all runs measured; else it is everything that each of them measured
 * @param label description of the cell
 * @param direction for trials in both directions, the direction of the compared functions; else null
 * @param samples one for each run, in their order
 */
public record ComparedCell(
        boolean shared, Phrase label, @Nullable Direction direction, List<Sample> samples) {

    /**
     * One run's values in a cell.
     *
     * @param trial index of the run's first trial of the cell in which a function finished, or of its first trial if
     *     none did, or null if it has no trial of the cell
     * @param failed number of failed functions, which are not samples
     * @param each values in the unit of the metric; null if no function has one
     * @param differenceToFirst how much higher its trials are than those of the first run; null for the first run, if
     *     either has no value, and if the runs are not comparable
     */
    public record Sample(
            @Nullable Integer trial,
            int failed,
            @Nullable CellStatistics each,
            @Nullable MedianDifference differenceToFirst) {}

    public ComparedCell {
        samples = List.copyOf(samples);
    }

    /**
     * What comparable trials of several runs have in common.
     *
     * @param cell with the details of the presets, so that runs with different settings can be compared
     * @param direction for a cell with both directions, the direction of the compared functions; else null
     */
    record Key(Cell cell, @Nullable Direction direction) {

        /** One, or one for each direction of a trial in both directions, which are not mixed. */
        static List<Key> of(TrialRow trial) {
            return of(trial.cell());
        }

        static List<Key> of(Cell measured) {
            Cell cell = measured.withUsualDetails();
            return cell.workload().direction() == Direction.BOTH
                    ? List.of(new Key(cell, Direction.DOWNLOAD), new Key(cell, Direction.UPLOAD))
                    : List.of(new Key(cell, null));
        }

        /** @param runs that have the cell; if one of them does not state its direction, it is unknown */
        Phrase label(RunRow... runs) {
            if (Arrays.stream(runs).anyMatch(run -> run.isNotStated("direction"))) {
                return cell.label(Phrase.of("in an unknown direction"));
            }
            return cell.label(
                    direction == null
                            ? DirectionFormatter.text(cell.workload().direction())
                            : Phrase.of("{0} of both", DirectionFormatter.text(direction)));
        }
    }

    /**
     * @param key what is compared, or null for all trials
     * @param differences whether to compute them
     */
    static ComparedCell of(
            @Nullable Key key, Metric metric, List<RunComparison.ComparedRun> runs, boolean differences) {
        List<Sample> samples = new ArrayList<>();
        double[] first = {};
        for (RunComparison.ComparedRun run : runs) {
            List<TrialRow> trials = run.trials().stream()
                    .filter(trial -> key == null || Key.of(trial).contains(key))
                    .toList();
            List<FunctionRow> functions = functions(run, trials, key == null ? null : key.direction());
            List<double[]> values = FunctionValues.byTrial(metric, functions);
            double[] medians = FunctionValues.medians(values);
            boolean isFirst = samples.isEmpty();
            first = isFirst ? medians : first;
            samples.add(new Sample(
                    trialToPlot(trials, functions),
                    (int) functions.stream()
                            .filter(function -> function.failure() != null)
                            .count(),
                    CellStatistics.of(values),
                    isFirst || !differences || medians.length == 0 || first.length == 0
                            ? null
                            : MedianDifference.of(medians, first)));
        }
        return new ComparedCell(
                key != null,
                key == null
                        ? Phrase.of("all results; the runs have no cell in common")
                        : key.label(runs.stream()
                                .map(RunComparison.ComparedRun::run)
                                .toArray(RunRow[]::new)),
                key == null ? null : key.direction(),
                samples);
    }

    private static List<FunctionRow> functions(
            RunComparison.ComparedRun run, List<TrialRow> trials, @Nullable Direction direction) {
        return run.functions().stream()
                .filter(function -> trials.stream()
                        .anyMatch(trial -> trial.index() == function.trial()
                                && (direction == null || trial.directionOf(function.functionIndex()) == direction)))
                .toList();
    }

    private static @Nullable Integer trialToPlot(List<TrialRow> trials, List<FunctionRow> functions) {
        return trials.stream()
                .map(TrialRow::index)
                .filter(index ->
                        functions.stream().anyMatch(function -> function.trial() == index && function.finished()))
                .findFirst()
                .orElse(trials.isEmpty() ? null : trials.get(0).index());
    }
}
