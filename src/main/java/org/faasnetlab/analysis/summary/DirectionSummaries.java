package org.faasnetlab.analysis.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;

/**
 * Summaries of a trial, one for each direction, because the directions are not added up. Both refer to the common
 * window of all functions, in which all of them were active, so that they cover the same time.
 */
public final class DirectionSummaries {
    private DirectionSummaries() {}

    /**
     * One summary, or two for a trial in both directions.
     *
     * @param functions of the trial; rows of other trials are ignored
     */
    public static List<TrialSummary> of(TrialSummary whole, List<FunctionRow> functions) {
        return whole.trial().direction() == Direction.BOTH
                ? Stream.of(Direction.DOWNLOAD, Direction.UPLOAD)
                        .map(direction -> half(whole, direction, functions))
                        .toList()
                : List.of(whole);
    }

    /** The summary of the functions of one direction. */
    public static TrialSummary half(TrialSummary whole, Direction direction, List<FunctionRow> functions) {
        TrialRow trial = whole.trial();
        CommonWindow window = whole.commonWindow();
        return TrialSummary.of(
                half(trial, direction),
                functions.stream()
                        .filter(one ->
                                one.trial() == trial.index() && trial.directionOf(one.functionIndex()) == direction)
                        .toList(),
                window == null
                        ? Optional.empty()
                        : window.ofFunctions(functionIndex -> trial.directionOf(functionIndex) == direction));
    }

    private static TrialRow half(TrialRow trial, Direction direction) {
        return new TrialRow(
                trial.runId(),
                trial.index(),
                trial.repetition(),
                trial.status(),
                trial.cell().forDirection(direction),
                trial.t0EpochMicros());
    }
}
