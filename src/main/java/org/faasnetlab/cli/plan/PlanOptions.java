package org.faasnetlab.cli.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.file.PlanFiles;
import org.faasnetlab.plan.preset.Presets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select what to measure. */
public final class PlanOptions {
    @Option(
            names = {"-p", "--preset"},
            paramLabel = "PRESET",
            description = "Preset to start from. To list presets, run 'faasnetlab presets'.")
    private @Nullable String preset;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Plan file, YAML or JSON. To create one, run 'faasnetlab plan save'.")
    private @Nullable Path file;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "Override a setting of the preset or plan (repeatable). To list the settings, run "
                    + "'faasnetlab presets PRESET'.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of the run (default: title of the preset)")
    private @Nullable String title;

    private final Presets presets;

    public PlanOptions(Presets presets) {
        this.presets = presets;
    }

    /**
     * The preset or the file's plan, with its changes.
     *
     * @throws LabException if there is no such preset, file or setting, or a value is invalid
     */
    public ExperimentPlan plan() throws LabException {
        return planFrom(start());
    }

    /** Applies the changes to another plan. */
    ExperimentPlan planFrom(ExperimentPlan start) throws LabException {
        ExperimentPlan plan = presets.settings().apply(start, changes);
        return title == null ? plan : plan.withTitle(title);
    }

    /** Whether a preset or a file is given. */
    boolean hasStart() {
        return preset != null || file != null;
    }

    /** Whether any of the options is given. */
    public boolean isSpecified() {
        return hasStart() || title != null || !changes.isEmpty();
    }

    private ExperimentPlan start() throws LabException {
        if (preset != null && file == null) {
            return presets.byName(preset).plan();
        }
        if (file != null && preset == null) {
            return new PlanFiles(presets).read(file);
        }
        throw new LabException(
                LabException.Kind.BAD_INPUT,
                "Specify either --preset or --plan.",
                "To list presets, run 'faasnetlab presets'.");
    }
}
