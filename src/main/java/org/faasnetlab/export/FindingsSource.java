package org.faasnetlab.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/** What is concluded from a run, for its JSON document. */
@FunctionalInterface
public interface FindingsSource {

    /** Concludes nothing. */
    FindingsSource NONE = run -> (trial, functions, intervals, evidence) -> Map.of();

    /** Concludes from the trials of a run, which are given one after the other in their order. */
    @FunctionalInterface
    interface OfTrials {

        /**
         * The conclusions from a trial: names with values, which are texts, numbers, truth values, lists, further names
         * with values, or null where a value is not known; empty where nothing is concluded.
         */
        Map<String, @Nullable Object> of(
                TrialRow trial,
                List<FunctionRow> functions,
                List<StoredInterval> intervals,
                Optional<EvidenceRow> evidence);
    }

    /** Begins with a run. */
    OfTrials begin(RunRow run);
}
