package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedCatalogue;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * Checks whether a stack with the testbed's name exists. Other names cannot collide: CloudFormation generates the names
 * of bucket, functions, roles and logs.
 */
final class NameCheck implements PreflightCheck {

    private final AwsTestbedSettings settings;

    NameCheck(AwsTestbedSettings settings) {
        this.settings = settings;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        Optional<Stack> stack = aws.query(
                "cloudformation:DescribeStacks",
                CloudFormationClient.builder(),
                cloudFormation -> TestbedCatalogue.stack(cloudFormation, settings.stackName()));
        if (stack.isEmpty()) {
            return CheckResult.ok(
                    Phrase.of("The name {0} is available; AWS generates all other names.", settings.stackName()));
        }
        return CheckResult.problem(
                Phrase.of(
                        "Stack {0} already exists ({1}).",
                        settings.stackName(),
                        stack.get().stackStatusAsString().replace('_', ' ').toLowerCase(Locale.ROOT)),
                Phrase.of(
                        "Use it, or delete it with 'faasnetlab aws teardown --testbed {0}', or choose another name.",
                        settings.name()));
    }
}
