package org.faasnetlab.ui.aws;

import java.time.Duration;
import org.faasnetlab.testbed.aws.Architecture;
import org.faasnetlab.testbed.aws.AwsNetwork;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.BadTestbedSettingException;
import org.faasnetlab.testbed.aws.SettingsCheck;
import org.jspecify.annotations.Nullable;

/** What AWS would refuse in one field, in the words that the command line has for it, too. */
final class SettingChecks {
    private SettingChecks() {}

    static @Nullable String name(String text) {
        return problem(text.trim(), "c6in.xlarge", "us-east-1a", "name");
    }

    static @Nullable String serverType(String text) {
        return problem("lab", text.trim(), "us-east-1a", "serverType");
    }

    static @Nullable String zone(String text) {
        return problem("lab", "c6in.xlarge", text.trim(), "zone");
    }

    /** Checks settings in which all else is right. */
    private static @Nullable String problem(String name, String serverType, String zone, String setting) {
        AwsTestbedSettings settings = new AwsTestbedSettings(
                name,
                1,
                0,
                1,
                serverType,
                Architecture.ofServerType(serverType),
                zone,
                AwsNetwork.NewVpc.DEFAULT,
                Duration.ofHours(1),
                "java21",
                1769);
        return SettingsCheck.check(settings).stream()
                .filter(wrong -> wrong.setting().equals(setting))
                .findFirst()
                .map(SettingChecks::words)
                .orElse(null);
    }

    private static String words(BadTestbedSettingException wrong) {
        return wrong.getMessage() + " " + wrong.nextStep();
    }
}
