package org.faasnetlab.testbed.aws.deletion;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StackEventReader;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Reads what CloudFormation reports about the testbed's stack. */
final class StackRecord {

    private static final String DESCRIBE_EVENTS = "cloudformation:DescribeStackEvents";

    private final DeletionCalls calls;
    private final CloudFormationClient cloudFormation;
    private final String name;
    private @Nullable StackEventReader events;

    StackRecord(DeletionCalls calls, CloudFormationClient cloudFormation, String name) {
        this.calls = calls;
        this.cloudFormation = cloudFormation;
        this.name = name;
    }

    /**
     * The stack with this name or ID. A deleted stack is found by its ID only.
     *
     * @return {@link CallResult.Kind#GONE} if there is no such stack
     */
    CallResult<Stack> stack(String nameOrId) throws AwsAccessException, InterruptedException {
        CallResult<Stack> found = calls.call(
                "cloudformation:DescribeStacks",
                () -> cloudFormation
                        .describeStacks(request -> request.stackName(nameOrId))
                        .stacks()
                        .get(0));
        boolean deleted = found.value()
                .filter(stack -> stack.stackStatus() == StackStatus.DELETE_COMPLETE)
                .isPresent();
        return deleted ? CallResult.failure(CallResult.Kind.GONE, null) : found;
    }

    CallResult<Stack> stack() throws AwsAccessException, InterruptedException {
        return stack(name);
    }

    /** IDs of the stack's resources of a type; empty if the stack does not exist or cannot be listed. */
    List<String> ids(String type) throws AwsAccessException, InterruptedException {
        return resources().value().orElse(List.of()).stream()
                .filter(each -> type.equals(each.resourceType()))
                .filter(each -> each.resourceStatus() != ResourceStatus.DELETE_COMPLETE)
                .map(StackResourceSummary::physicalResourceId)
                .flatMap(id -> Optional.ofNullable(id).stream())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Resources that CloudFormation could not delete. */
    List<StackResourceSummary> notDeleted() throws AwsAccessException, InterruptedException {
        return resources().value().orElse(List.of()).stream()
                .filter(each -> each.resourceStatus() == ResourceStatus.DELETE_FAILED)
                .toList();
    }

    private CallResult<List<StackResourceSummary>> resources() throws AwsAccessException, InterruptedException {
        return calls.all(
                "cloudformation:ListStackResources",
                token -> cloudFormation.listStackResources(
                        request -> request.stackName(name).nextToken(token)),
                ListStackResourcesResponse::stackResourceSummaries,
                ListStackResourcesResponse::nextToken);
    }

    /**
     * Events since the last call, oldest first; the first call returns none, because they are about earlier operations.
     */
    List<ResourceProgress> newEvents(String stackId) throws AwsAccessException, InterruptedException {
        StackEventReader known = events;
        if (known == null) {
            StackEventReader reader = new StackEventReader(cloudFormation, stackId);
            events = reader;
            calls.call(DESCRIBE_EVENTS, () -> {
                reader.skipExisting();
                return reader;
            });
            return List.of();
        }
        return calls.call(DESCRIBE_EVENTS, known::newEvents).value().orElse(List.of()).stream()
                .map(ResourceProgress::of)
                .toList();
    }
}
