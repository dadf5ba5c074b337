package org.faasnetlab.run;

import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.SettingOverrides;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.store.RunRow;

/** The plan of a saved run: its preset with all its settings. */
public final class StoredPlan {
    private StoredPlan() {}

    /** @throws LabException if the run was made by a version with other presets or settings */
    public static ExperimentPlan of(RunRow run) throws LabException {
        return SettingOverrides.apply(Presets.named(run.preset()).plan(), run.settings())
                .withTitle(run.title());
    }
}
