package org.faasnetlab.ui.results;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.TrialSummary;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;

/** Summaries of a trial, one for each direction in which functions go: what goes each way at once is not added up. */
final class DirectionSummaries {
    private DirectionSummaries() {}

    static List<TrialSummary> read(IntervalSums sums, TrialRow trial, List<FunctionRow> functions)
            throws StoreException {
        if (trial.direction() != Direction.BOTH) {
            return List.of(TrialSummary.read(sums, trial, functions));
        }
        List<TrialSummary> halves = new ArrayList<>();
        for (Direction direction : List.of(Direction.DOWNLOAD, Direction.UPLOAD)) {
            halves.add(TrialSummary.read(
                    sums,
                    half(trial, direction),
                    functions.stream()
                            .filter(one -> trial.directionOf(one.worker()) == direction)
                            .toList()));
        }
        return halves;
    }

    private static TrialRow half(TrialRow trial, Direction direction) {
        return new TrialRow(
                trial.runId(),
                trial.index(),
                trial.repetition(),
                trial.status(),
                trial.transfer(),
                direction,
                trial.memoryMb(),
                trial.functions() / 2,
                trial.streams(),
                trial.seconds(),
                trial.objectBytes(),
                trial.link(),
                trial.hosts(),
                trial.hostLink(),
                trial.t0EpochMicros());
    }
}
