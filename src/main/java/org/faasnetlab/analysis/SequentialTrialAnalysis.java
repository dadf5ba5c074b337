package org.faasnetlab.analysis;

import java.util.Optional;
import org.faasnetlab.analysis.summary.TrialData;
import org.faasnetlab.store.RunRow;
import org.jspecify.annotations.Nullable;

/**
 * Analyses the trials of a run, one after the other in their order. A trial is retained only until the next one, and
 * only if there was a pause between them, in which a bucket may have refilled.
 */
public final class SequentialTrialAnalysis {
    private final TrialAnalysis analysis;
    private final RunRow run;
    private @Nullable TrialData before;

    SequentialTrialAnalysis(TrialAnalysis analysis, RunRow run) {
        this.analysis = analysis;
        this.run = run;
    }

    public TrialFindings next(TrialData trial) {
        TrialFindings findings = analysis.of(run, trial, Optional.ofNullable(before));
        before = TrialAnalysis.hadPause(run) ? trial : null;
        return findings;
    }
}
