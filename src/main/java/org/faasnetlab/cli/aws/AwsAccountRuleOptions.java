package org.faasnetlab.cli.aws;

import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for what the rules of some accounts demand of everything that is created in them. */
final class AwsAccountRuleOptions {
    @Option(
            names = "--permissions-boundary",
            paramLabel = "ARN",
            description = "Permissions boundary for the roles of servers and functions, if your account requires one")
    private @Nullable String permissionsBoundary;

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            description = "Tag for the stack and its resources, if your account requires one; can be repeated")
    private Map<String, String> tags = Map.of();

    AwsTestbedSettings.Builder addTo(AwsTestbedSettings.Builder settings) {
        return settings.permissionsBoundary(permissionsBoundary).tags(new TreeMap<>(tags));
    }
}
