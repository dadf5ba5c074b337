package org.faasnetlab.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Setting;
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
    ExperimentPlan plan(List<ExperimentPlan> presets) throws LabException {
        ExperimentPlan plan = find(presets, preset);
        Set<String> changed = new HashSet<>();
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                throw new InputException(
                        "--set " + change + " names no value.",
                        "Write it like --set " + (change.isBlank() || equals == 0 ? "functions" : change) + "=VALUE.");
            }
            String key = change.substring(0, equals).trim();
            if (!changed.add(key)) {
                throw new InputException(
                        "The setting '" + key + "' is given twice.",
                        "Give it once; a factor takes several values, for example functions=1,2,4.");
            }
            plan = Setting.of(key).write(plan, change.substring(equals + 1).trim());
        }
        return title == null ? plan : plan.withTitle(title);
    }

    /** @throws InputException if there is no preset of that name */
    static ExperimentPlan find(List<ExperimentPlan> presets, String name) throws InputException {
        for (ExperimentPlan plan : presets) {
            if (plan.preset().equals(name)) {
                return plan;
            }
        }
        throw new InputException(
                "There is no preset '" + name + "'.",
                "The presets are "
                        + presets.stream().map(ExperimentPlan::preset).collect(Collectors.joining(", ")) + ".");
    }
}
