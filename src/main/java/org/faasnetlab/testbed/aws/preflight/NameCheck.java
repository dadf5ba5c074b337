package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * Whether there is a stack of the testbed's name. Nothing else can be taken: CloudFormation makes up the names of
 * bucket, functions, roles and logs.
 */
final class NameCheck implements PreflightCheck {

    private final AwsTestbedSettings settings;

    NameCheck(AwsTestbedSettings settings) {
        this.settings = settings;
    }

    @Override
    public CheckResult look(AwsQueries aws) throws QueryFailedException {
        Optional<Stack> stack = aws.ask("cloudformation:DescribeStacks", CloudFormationClient.builder(), this::stack);
        if (stack.isEmpty()) {
            return CheckResult.ok("The name " + settings.stackName() + " is available; AWS generates all other names.");
        }
        return CheckResult.problem(
                "Stack " + settings.stackName() + " already exists ("
                        + stack.get().stackStatusAsString().replace('_', ' ').toLowerCase(Locale.ROOT)
                        + ").",
                "Use it, or delete it with 'faasnetlab aws teardown --testbed " + settings.name()
                        + "', or choose another name.");
    }

    private Optional<Stack> stack(CloudFormationClient cloudFormation) {
        try {
            return cloudFormation.describeStacks(request -> request.stackName(settings.stackName())).stacks().stream()
                    .findFirst();
        } catch (CloudFormationException refused) {
            // CloudFormation has no error of its own for a stack that is not there.
            if ("ValidationError".equals(refused.awsErrorDetails().errorCode())
                    && String.valueOf(refused.awsErrorDetails().errorMessage()).contains("does not exist")) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
