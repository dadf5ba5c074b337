package org.faasnetlab.experiment;

import org.faasnetlab.LabException;
import org.faasnetlab.store.RunRow;

/** The plan of a run that is kept: its preset with all its settings. */
public final class KeptPlan {
    private KeptPlan() {}

    /** @throws LabException if the run was made by a version with other presets or settings */
    public static ExperimentPlan of(RunRow run) throws LabException {
        return PlanEdits.apply(Presets.named(run.preset()).plan(), run.settings())
                .withTitle(run.title());
    }
}
