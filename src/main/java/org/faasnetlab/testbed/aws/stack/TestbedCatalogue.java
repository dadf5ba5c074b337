package org.faasnetlab.testbed.aws.stack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Lists the testbeds in an account's Region by the tag of their stacks, whoever created them. */
public final class TestbedCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(TestbedCatalogue.class);

    private final AwsAccount account;

    public TestbedCatalogue(AwsAccount account) {
        this.account = account;
    }

    /** All testbeds in any state, in CloudFormation's order: the newest first. */
    public List<TestbedStack> list() throws AwsAccessException {
        List<TestbedStack> found = account.query(
                CloudFormationClient.builder(),
                cloudFormation -> cloudFormation.describeStacksPaginator().stacks().stream()
                        .flatMap(
                                stack -> TestbedStack.of(stack, account.region().id()).stream())
                        .toList());
        return found.isEmpty() ? found : withExtendedEnds(found);
    }

    private List<TestbedStack> withExtendedEnds(List<TestbedStack> testbeds) {
        Map<String, Instant> ends;
        try {
            ends = new LeaseExtensions(account).ends();
        } catch (AwsAccessException e) {
            LOG.info("Extensions of leases are unknown: {}", e.getMessage());
            return testbeds;
        }
        return testbeds.stream()
                .map(testbed -> testbed.withExtendedEnd(ends.get(testbed.stackName())))
                .toList();
    }

    /** The stack with this name or id, whether it belongs to a testbed or not. */
    public static Optional<Stack> stack(CloudFormationClient cloudFormation, String nameOrId) {
        try {
            return cloudFormation.describeStacks(request -> request.stackName(nameOrId)).stacks().stream()
                    .findFirst();
        } catch (CloudFormationException e) {
            // CloudFormation has no error code of its own for a stack that does not exist.
            if (isValidationError(e, "does not exist")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether CloudFormation refused a request with this message: its error code is the same for many reasons. */
    public static boolean isValidationError(CloudFormationException refused, String message) {
        return refused.awsErrorDetails() != null
                && "ValidationError".equals(refused.awsErrorDetails().errorCode())
                && String.valueOf(refused.awsErrorDetails().errorMessage()).contains(message);
    }

    /** The testbed with this name; empty if there is none. */
    public Optional<TestbedStack> find(String name) throws AwsAccessException {
        return list().stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
