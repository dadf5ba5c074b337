package org.faasnetlab.workload;

import java.util.List;

/**
 * Describes a setting of an experiment to users.
 *
 * @param key the name on the command line, for example {@code partMiB}
 * @param fileKey its key in a plan file, where the value includes the unit, for example {@code part}
 * @param title label of its input field
 * @param text description with unit and range, in English
 * @param factor whether it accepts several values, separated by commas; such settings are factors in a plan file
 * @param quantity format of its value in a plan file
 * @param suggestions values to choose from; empty if any number is suitable
 */
public record SettingDescription(
        String key,
        String fileKey,
        String title,
        String text,
        boolean factor,
        QuantityFormat quantity,
        List<String> suggestions) {
    public SettingDescription {
        suggestions = List.copyOf(suggestions);
    }

    /** Creates the description of a setting with one value. */
    public static SettingDescription value(
            String key, String fileKey, String title, String text, QuantityFormat quantity, String... suggestions) {
        return new SettingDescription(key, fileKey, title, text, false, quantity, List.of(suggestions));
    }

    /** Creates the description of a setting with several values; every combination is measured. */
    public static SettingDescription factor(
            String key, String fileKey, String title, String text, QuantityFormat quantity, String... suggestions) {
        return new SettingDescription(key, fileKey, title, text, true, quantity, List.of(suggestions));
    }

    /** How to write the setting in a plan file. */
    public String inFile() {
        return text + (quantity.example().isEmpty() ? "" : ", for example " + quantity.example());
    }
}
