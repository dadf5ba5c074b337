package org.faasnetlab.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.PrecisionRule;
import org.faasnetlab.analysis.stats.SequenceFinding;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Results of the trials of each cell, to decide when a cell is known precisely enough. Each valid trial contributes one
 * value, as in {@link CellStatistics}; invalid ones are only counted. A cell is not regarded as precise while its trials
 * drift or depend on each other, because its interval would be too narrow.
 */
final class CellSamples {
    private final Repetition repetition;
    private final Map<Cell, Samples> cells = new LinkedHashMap<>();

    CellSamples(Repetition repetition) {
        this.repetition = repetition;
    }

    /**
     * Adds a trial that has ended.
     *
     * @param functions of this trial
     * @param evidence null if none was recorded
     */
    void add(TrialRow trial, List<FunctionRow> functions, @Nullable EvidenceRow evidence) {
        cells.computeIfAbsent(trial.cell(), first -> new Samples()).add(trial, functions, evidence);
    }

    /** Whether the cell need not be measured again. */
    boolean isPreciseEnough(Cell cell) {
        Double target = repetition.ciWidthPercent();
        Samples samples = cells.get(cell);
        return target != null && samples != null && samples.arePreciseEnough(target);
    }

    /** For each cell, how many trials were measured and why not more or fewer; empty if all repeats are wanted. */
    Optional<String> reasons() {
        Double target = repetition.ciWidthPercent();
        return target == null || cells.isEmpty()
                ? Optional.empty()
                : Optional.of(cells.entrySet().stream()
                        .map(cell -> cell.getKey()
                                        .label(DirectionFormatter.text(
                                                cell.getKey().workload().direction()))
                                + ": " + cell.getValue().reason(repetition.repeats(), target))
                        .collect(Collectors.joining("; ")));
    }

    /** The trials of one cell. The directions of trials in both are not mixed: each has to be precise enough. */
    private static final class Samples {
        private final Map<Direction, List<double[]>> valid = new EnumMap<>(Direction.class);
        private int trials;
        private int invalid;

        void add(TrialRow trial, List<FunctionRow> functions, @Nullable EvidenceRow evidence) {
            trials++;
            if (!Validity.of(trial, functions, evidence).isValid()) {
                invalid++;
                return;
            }
            functions.stream()
                    .collect(Collectors.groupingBy(function -> trial.directionOf(function.functionIndex())))
                    .forEach((direction, own) -> {
                        double[] rates = FunctionValues.rates(trial, own);
                        if (rates.length > 0) {
                            valid.computeIfAbsent(direction, first -> new ArrayList<>())
                                    .add(rates);
                        }
                    });
        }

        boolean arePreciseEnough(double target) {
            PrecisionRule rule = new PrecisionRule(target);
            return !valid.isEmpty() && valid.values().stream().allMatch(rule::isMetBy);
        }

        String reason(int repeats, double target) {
            String counted = trials + " of at most " + repeats + " trials"
                    + (invalid == 0 ? "" : ", " + invalid + " of them invalid and left out");
            return counted + ", CI " + widths() + " wide, target " + target + " %" + sequences();
        }

        private String widths() {
            if (valid.isEmpty()) {
                return "unknown";
            }
            return valid.entrySet().stream()
                    .map(direction -> {
                        Double width = PrecisionRule.widthPercent(direction.getValue());
                        return (width == null ? "unknown" : String.format(Locale.ROOT, "%.1f %%", width))
                                + (valid.size() == 1
                                        ? ""
                                        : " (" + direction.getKey().id() + ")");
                    })
                    .collect(Collectors.joining(" and "));
        }

        private String sequences() {
            return valid.values().stream()
                    .map(PrecisionRule::sequence)
                    .filter(sequence -> sequence != SequenceFinding.INDEPENDENT)
                    .distinct()
                    .map(sequence -> ", " + sequence.label())
                    .collect(Collectors.joining());
        }
    }
}
