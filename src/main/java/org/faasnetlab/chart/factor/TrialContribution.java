package org.faasnetlab.chart.factor;

import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * What a trial adds to a cell: all its functions, or those of one direction where both were measured in parallel.
 *
 * @param direction in words
 * @param aggregate bandwidth of these functions together over the trial's common window in bit/s, or null if it has none
 */
public record TrialContribution(
        TrialSummary summary,
        String direction,
        List<FunctionRow> functions,
        @Nullable Double aggregate) {

    static TrialContribution whole(TrialSummary summary, List<FunctionRow> functions) {
        return new TrialContribution(summary, summary.trial().direction().word(), functions, aggregate(summary));
    }

    /** One part, or two of a trial in both directions. */
    static Stream<TrialContribution> ofDirections(TrialSummary summary, List<FunctionRow> functions) {
        return summary.trial().direction() == Direction.BOTH
                ? Stream.of(half(summary, Direction.DOWNLOAD, functions), half(summary, Direction.UPLOAD, functions))
                : Stream.of(whole(summary, functions));
    }

    private static TrialContribution half(TrialSummary summary, Direction direction, List<FunctionRow> functions) {
        List<FunctionRow> own = functions.stream()
                .filter(one -> summary.trial().directionOf(one.functionIndex()) == direction)
                .toList();
        TrialSummary half = summary.forDirection(direction, functions);
        return new TrialContribution(summary, direction.word() + " of both", own, aggregate(half));
    }

    private static @Nullable Double aggregate(TrialSummary summary) {
        Bandwidth aggregate = summary.aggregate();
        return aggregate == null ? null : (Double) aggregate.bitsPerSecond();
    }

    public TrialRow trial() {
        return summary.trial();
    }
}
