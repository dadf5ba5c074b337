package org.faasnetlab.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.stats.SequenceTest;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Results of the trials of each cell, to decide when a cell is known precisely enough. Each trial contributes one value,
 * as in {@link CellStatistics}. A cell is not regarded as precise while its trials drift or depend on each other, because
 * its interval would be too narrow.
 */
final class CellSamples {
    private final Repetition repetition;
    private final Map<Cell, List<double[]>> trials = new LinkedHashMap<>();

    CellSamples(Repetition repetition) {
        this.repetition = repetition;
    }

    /** @param bandwidths of the functions that finished, in bit/s; a trial without any contributes no value */
    void add(Cell cell, double[] bandwidths) {
        if (bandwidths.length > 0) {
            trials.computeIfAbsent(cell, cellOfTrial -> new ArrayList<>()).add(bandwidths);
        }
    }

    /** Whether the cell need not be measured again. */
    boolean isPreciseEnough(Cell cell) {
        Double target = repetition.ciWidthPercent();
        List<double[]> values = trials.getOrDefault(cell, List.of());
        Double width = widthPercent(values);
        return target != null
                && width != null
                && values.size() >= SampleStatistics.MIN_FOR_MEDIAN_INTERVAL
                && width <= target
                && sequence(values) == SequenceTest.INDEPENDENT;
    }

    /** For each cell, how many trials were measured and why not more or fewer; empty if all repeats are wanted. */
    Optional<String> reasons() {
        Double target = repetition.ciWidthPercent();
        return target == null || trials.isEmpty()
                ? Optional.empty()
                : Optional.of(trials.entrySet().stream()
                        .map(cell -> cell.getKey()
                                        .label(cell.getKey()
                                                .workload()
                                                .direction()
                                                .id())
                                + ": " + reason(cell.getValue(), target))
                        .collect(Collectors.joining("; ")));
    }

    private String reason(List<double[]> values, double target) {
        Double width = widthPercent(values);
        String measured = String.format(
                Locale.ROOT,
                "%d of at most %d trials, CI %s wide, target %s %%",
                values.size(),
                repetition.repeats(),
                width == null ? "unknown" : String.format(Locale.ROOT, "%.1f %%", width),
                target);
        SequenceTest sequence = sequence(values);
        return sequence == SequenceTest.INDEPENDENT ? measured : measured + ", " + sequence.label();
    }

    private static SequenceTest sequence(List<double[]> values) {
        return SequenceTest.of(
                values.stream().mapToDouble(trial -> Quantiles.of(trial, 0.5)).toArray());
    }

    /** Width of the interval over the trials in percent of the median; null with less than two. */
    private static @Nullable Double widthPercent(List<double[]> values) {
        CellStatistics sample = CellStatistics.of(values);
        if (sample == null || sample.isOfOneTrial() || sample.medianInterval() == null || sample.median() == 0) {
            return null;
        }
        SampleStatistics.Range interval = sample.medianInterval();
        return 100 * (interval.high() - interval.low()) / sample.median();
    }
}
