package org.faasnetlab.export;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.TrialRow;

/** The trials of a run by their index. */
final class TrialIndex {
    private final Map<Integer, TrialRow> byIndex;

    TrialIndex(RunData run) {
        byIndex = run.trials().stream().collect(Collectors.toMap(TrialRow::index, Function.identity()));
    }

    /** @throws IllegalArgumentException if the run has no such trial, so that its rows do not belong together */
    TrialRow of(int index) {
        TrialRow trial = byIndex.get(index);
        if (trial == null) {
            throw new IllegalArgumentException("the run has no trial " + index);
        }
        return trial;
    }
}
