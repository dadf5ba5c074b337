package org.faasnetlab.ui.experiment;

import java.util.SortedMap;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Preset;

/** The command line that does the same as the Run button. */
final class EquivalentCommand {
    private EquivalentCommand() {}

    /** Only settings that differ from the preset are named. */
    static String of(Preset preset, ExperimentPlan plan) {
        SortedMap<String, String> usual = Setting.of(preset.plan());
        StringBuilder command = new StringBuilder("faasnetlab run --preset ").append(preset.name());
        if (!plan.title().equals(preset.plan().title())) {
            command.append(" --title '")
                    .append(plan.title().replace("'", "'\\''"))
                    .append('\'');
        }
        Setting.of(plan).forEach((key, value) -> {
            if (!value.equals(usual.get(key))) {
                command.append(" --set ").append(key).append('=').append(value);
            }
        });
        return command.toString();
    }
}
