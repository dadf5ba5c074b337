package org.faasnetlab.workload;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A setting that only plans of one type of workload have.
 *
 * @param reader its value as text
 * @param writer the settings with another value; an {@link IllegalArgumentException} says why the value cannot be
 */
public record WorkloadSetting(
        SettingDescription description,
        Function<WorkloadSettings, String> reader,
        BiFunction<WorkloadSettings, String, WorkloadSettings> writer) {

    /** @param settings what the setting is part of */
    public static <S extends WorkloadSettings> WorkloadSetting of(
            Class<S> settings,
            SettingDescription description,
            Function<S, String> reader,
            BiFunction<S, String, S> writer) {
        return new WorkloadSetting(
                description,
                all -> reader.apply(settings.cast(all)),
                (all, text) -> writer.apply(settings.cast(all), text));
    }
}
