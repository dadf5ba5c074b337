package org.faasnetlab.analysis.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.faasnetlab.analysis.stats.RepeatEstimate;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/**
 * How many repetitions of a plan a precision takes, from the cells that an earlier run, the pilot, has in common with it.
 * Of several cells, the one that takes the most decides.
 *
 * @param cells of the plan; each direction of a trial in both counts
 * @param measured those of which the pilot has two valid trials or more, at least 1
 * @param repeats estimated number; null if it is above {@value RepeatEstimate#MAX_REPEATS}
 * @param atMost the number if the spread is as large as the pilot allows at 95 %; null likewise
 */
public record PilotEstimate(
        int cells,
        int measured,
        @Nullable Integer repeats,
        @Nullable Integer atMost) {

    /**
     * Empty if no cell of the plan has two valid trials in the pilot, so that their spread is unknown.
     *
     * @param planned cells of the plan
     * @param width of the 95 % interval of the median as a share of it, above 0
     */
    public static Optional<PilotEstimate> of(List<Cell> planned, RunComparison.ComparedRun pilot, double width) {
        Set<ComparedCell.Key> keys = new LinkedHashSet<>();
        planned.forEach(cell -> keys.addAll(ComparedCell.Key.of(cell)));
        Map<ComparedCell.Key, double[]> measured = CellTrials.medians(pilot);
        List<RepeatEstimate> estimates = keys.stream()
                .map(key -> measured.getOrDefault(key, new double[0]))
                .filter(medians -> medians.length > 1)
                .map(medians -> RepeatEstimate.of(medians, width))
                .toList();
        return estimates.isEmpty()
                ? Optional.empty()
                : Optional.of(new PilotEstimate(
                        keys.size(),
                        estimates.size(),
                        most(estimates.stream().map(RepeatEstimate::repeats).toList()),
                        most(estimates.stream().map(RepeatEstimate::atMost).toList())));
    }

    /** Null if any is unknown or too large. */
    private static @Nullable Integer most(List<@Nullable Integer> numbers) {
        int most = 0;
        for (Integer number : numbers) {
            if (number == null) {
                return null;
            }
            most = Math.max(most, number);
        }
        return most;
    }
}
