package org.faasnetlab.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.Workloads;

/** The settings of plans with any of the known workloads, and changes of plans by settings as users enter them. */
public final class Settings {
    private final List<Setting> all;

    public Settings(Workloads workloads) {
        Map<String, Setting> byKey = new LinkedHashMap<>();
        Setting.ofTypes(workloads.types()).forEach(setting -> byKey.putIfAbsent(setting.key(), setting));
        this.all = List.copyOf(byKey.values());
    }

    /** The settings of all workloads, in display order; one that several workloads have only once. */
    public List<Setting> all() {
        return all;
    }

    /**
     * The setting with this name in plans.
     *
     * @throws SettingException if there is no setting of that name
     */
    public Setting byKey(String key) throws SettingException {
        String name = key.strip();
        Optional<Setting> found = Setting.find(all, name);
        return found.orElseThrow(() -> new SettingException(
                name,
                "Unknown setting \"" + name + "\".",
                NameSuggester.question(name, all.stream().map(Setting::key).toList()) + "Available settings: "
                        + Setting.keys(all) + "."));
    }

    /**
     * The plan with the settings changed, by name.
     *
     * @throws SettingException for the first setting that is unknown or has an invalid value
     */
    public ExperimentPlan apply(ExperimentPlan plan, Map<String, String> settings) throws SettingException {
        ExperimentPlan changed = plan;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            changed = applicable(changed.type(), setting.getKey()).write(changed, setting.getValue());
        }
        return changed;
    }

    /** A setting of one workload, or else of any, which refuses the plan with a better message than an unknown one. */
    private Setting applicable(WorkloadType type, String key) throws SettingException {
        Optional<Setting> own = Setting.find(Setting.ofType(type), key.strip());
        return own.isPresent() ? own.get() : byKey(key);
    }

    /**
     * The plan with the settings changed, each written as {@code functions=16}.
     *
     * @throws SettingException if one is malformed, repeated, unknown, or has an invalid value
     */
    public ExperimentPlan apply(ExperimentPlan plan, List<String> settings) throws SettingException {
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
