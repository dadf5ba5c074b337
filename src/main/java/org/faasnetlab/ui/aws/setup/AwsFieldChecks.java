package org.faasnetlab.ui.aws.setup;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.jspecify.annotations.Nullable;

/** Validates single fields with the messages of the command line. */
final class AwsFieldChecks {
    private AwsFieldChecks() {}

    static @Nullable String name(String text) {
        return problem(AwsTestbedSettings.defaults(text.trim(), "us-east-1a"), "name");
    }

    static @Nullable String serverType(String text) {
        String type = text.trim();
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "us-east-1a").toBuilder()
                .portsPerServer(1)
                .serverType(type)
                .lease(Duration.ofHours(1))
                .build();
        return problem(settings, "serverType");
    }

    static @Nullable String zone(String text) {
        return problem(AwsTestbedSettings.defaults("lab", text.trim()), "zone");
    }

    static @Nullable String permissionsBoundary(String text) {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "us-east-1a");
        return text.isBlank()
                ? null
                : problem(settings.toBuilder().permissionsBoundary(text.trim()).build(), "permissionsBoundary");
    }

    static @Nullable String tags(String text) {
        try {
            AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "us-east-1a").toBuilder()
                    .tags(parseTags(text))
                    .build();
            return problem(settings, "tags");
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** @throws IllegalArgumentException if a tag has no key or value; the message tells the user */
    static SortedMap<String, String> parseTags(String text) {
        SortedMap<String, String> tags = new TreeMap<>();
        for (String tag : text.split(",")) {
            int equals = tag.indexOf('=');
            if (!tag.isBlank() && equals < 1) {
                throw new IllegalArgumentException("Invalid tag \"" + tag.trim() + "\": expected KEY=VALUE.");
            }
            if (!tag.isBlank()) {
                tags.put(
                        tag.substring(0, equals).trim(),
                        tag.substring(equals + 1).trim());
            }
        }
        return tags;
    }

    /** @param settings valid except for this setting */
    private static @Nullable String problem(AwsTestbedSettings settings, String setting) {
        return SettingsValidator.check(settings).stream()
                .filter(wrong -> wrong.setting().equals(setting))
                .findFirst()
                .map(AwsFieldChecks::message)
                .orElse(null);
    }

    private static String message(InvalidTestbedSettingException wrong) {
        return wrong.fullMessage();
    }
}
