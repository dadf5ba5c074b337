package org.faasnetlab.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes a plan by settings in the form in which users enter them. */
public final class SettingOverrides {
    private SettingOverrides() {}

    /**
     * The plan with the settings changed, by name.
     *
     * @throws SettingException for the first setting that is unknown or has an invalid value
     */
    public static ExperimentPlan apply(ExperimentPlan plan, Map<String, String> settings) throws SettingException {
        ExperimentPlan changed = plan;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            changed = Setting.of(changed, setting.getKey()).write(changed, setting.getValue());
        }
        return changed;
    }

    /**
     * The plan with the settings changed, each written as {@code functions=16}.
     *
     * @throws SettingException if one is malformed, repeated, unknown, or has an invalid value
     */
    public static ExperimentPlan apply(ExperimentPlan plan, List<String> settings) throws SettingException {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new SettingException(
                        setting.strip(),
                        "Setting \"" + setting + "\" has no value.",
                        "Specify name=value, for example functions=16.");
            }
            String name = setting.substring(0, equals).strip();
            if (byName.putIfAbsent(name, setting.substring(equals + 1).strip()) != null) {
                throw new SettingException(
                        name,
                        "Setting \"" + name + "\" is specified twice.",
                        "Specify it once, with several values in one list, for example functions=1,4,16.");
            }
        }
        return apply(plan, byName);
    }
}
