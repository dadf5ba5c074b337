package org.faasnetlab.workload;

import java.util.List;

/**
 * What users see of a setting of an experiment.
 *
 * @param key the name that users type, for example {@code partMiB}
 * @param fileKey its key in a plan file, where the value has the unit instead, for example {@code part}
 * @param title a few words that stand at its field
 * @param text what it is, with unit and range, in English
 * @param factor whether it takes several values, separated by commas, which are among the factors of a plan file
 * @param quantity how a plan file writes its value
 * @param suggestions values to choose from; empty where any number will do
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

    /** Of a setting with one value. */
    public static SettingDescription value(
            String key, String fileKey, String title, String text, QuantityFormat quantity, String... suggestions) {
        return new SettingDescription(key, fileKey, title, text, false, quantity, List.of(suggestions));
    }

    /** Of a setting with several values, each combination of which is measured. */
    public static SettingDescription factor(
            String key, String fileKey, String title, String text, QuantityFormat quantity, String... suggestions) {
        return new SettingDescription(key, fileKey, title, text, true, quantity, List.of(suggestions));
    }

    /** What to write in a plan file. */
    public String inFile() {
        return text + (quantity.example().isEmpty() ? "" : ", for example " + quantity.example());
    }
}
