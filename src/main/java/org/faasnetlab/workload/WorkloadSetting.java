package org.faasnetlab.workload;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A setting that is specific to one type of workload.
 *
 * @param reader returns the value as text
 * @param writer returns the settings with a new value; throws an {@link IllegalArgumentException} with the reason if
 *     the value is invalid
 */
public record WorkloadSetting(
        SettingDescription description,
        Function<WorkloadSettings, String> reader,
        BiFunction<WorkloadSettings, String, WorkloadSettings> writer) {

    /**
     * A setting that is read from, and written to, the settings of one type of workload.
     *
     * @param settings class of the settings that contain the setting
     */
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
