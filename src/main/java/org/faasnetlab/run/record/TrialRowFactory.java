package org.faasnetlab.run.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/** Creates the row of a trial. */
public final class TrialRowFactory {
    private TrialRowFactory() {}

    public static TrialRow of(String runId, Trial trial, RunStatus status, @Nullable Instant t0) {
        return new TrialRow(
                runId,
                trial.index(),
                trial.repetition(),
                status,
                trial.cell(),
                t0 == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, t0));
    }
}
