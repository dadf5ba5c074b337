package org.faasnetlab.analysis;

import java.util.Optional;
import org.faasnetlab.store.RunRow;
import org.jspecify.annotations.Nullable;

/**
 * Draws all conclusions from the trials of a run, one after the other in their order. A trial is kept only until the next
 * one, and only where there was a pause between them, after which a bucket may have refilled.
 */
final class TrialByTrial {
    private final TrialAnalysis analysis;
    private final RunRow run;
    private @Nullable TrialData before;

    TrialByTrial(TrialAnalysis analysis, RunRow run) {
        this.analysis = analysis;
        this.run = run;
    }

    TrialFindings next(TrialData trial) {
        TrialFindings findings = analysis.of(run, trial, Optional.ofNullable(before));
        before = TrialAnalysis.hadPause(run) ? trial : null;
        return findings;
    }
}
