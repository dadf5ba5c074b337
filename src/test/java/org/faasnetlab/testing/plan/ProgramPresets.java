package org.faasnetlab.testing.plan;

import org.faasnetlab.plan.Settings;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.workload.Workloads;

/** The presets and settings of the program. */
public final class ProgramPresets {
    public static final Presets PRESETS = new Presets(Workloads.builtIn());
    public static final Settings SETTINGS = PRESETS.settings();

    private ProgramPresets() {}
}
