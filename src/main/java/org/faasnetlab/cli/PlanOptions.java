package org.faasnetlab.cli;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.PlanEdits;
import org.faasnetlab.experiment.Presets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is measured. */
final class PlanOptions {
    @Option(
            names = {"-p", "--preset"},
            paramLabel = "PRESET",
            required = true,
            description = "The experiment to start from; 'faasnetlab presets' lists them.")
    private String preset = "";

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "Change a setting of the preset; may be given again for each setting. "
                    + "'faasnetlab presets PRESET' lists the settings with their meaning.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--title", paramLabel = "TEXT", description = "Words for people; the preset's own if not given.")
    private @Nullable String title;

    /**
     * The preset with its changes.
     *
     * @throws LabException if there is no such preset or setting, or a value cannot be
     */
    ExperimentPlan plan() throws LabException {
        ExperimentPlan plan = PlanEdits.apply(Presets.named(preset).plan(), changes);
        return title == null ? plan : plan.withTitle(title);
    }
}
