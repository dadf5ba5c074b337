package org.faasnetlab.testbed.aws.deletion;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.Poller;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Has CloudFormation delete the stack, whatever the stack is doing. */
final class StackDeletion {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final Set<StackStatus> CHANGES = EnumSet.of(
            StackStatus.UPDATE_IN_PROGRESS,
            StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
            StackStatus.UPDATE_ROLLBACK_IN_PROGRESS,
            StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS);

    private final DeletionCalls calls;
    private final CloudFormationClient cloudFormation;
    private final StackRecord record;
    private final Poller waiting;
    private final Duration patience;

    StackDeletion(
            DeletionCalls calls,
            CloudFormationClient cloudFormation,
            StackRecord record,
            Poller waiting,
            Duration patience) {
        this.calls = calls;
        this.cloudFormation = cloudFormation;
        this.record = record;
        this.waiting = waiting;
        this.patience = patience;
    }

    /**
     * Deletes the stack once and waits for the end of it. A stack that is still being made or changed is deleted as soon
     * as CloudFormation takes the request.
     *
     * @return whether the stack is gone
     */
    boolean once(Stack stack, DeletionListener listener) throws AwsAccessException, InterruptedException {
        record.news(stack.stackId()).forEach(listener::event);
        Deletion deletion = new Deletion(stack.stackId(), listener);
        if (!waiting.until(patience, BETWEEN_LOOKS, deletion::hasEnded)) {
            calls.note(new BlockedAction(
                    "the stack",
                    "CloudFormation has not finished after " + patience.toMinutes() + " minutes.",
                    "Delete the testbed again later."));
        }
        return deletion.gone;
    }

    /** One deletion, from the request to its end. */
    private final class Deletion {

        private final String stackId;
        private final DeletionListener listener;
        private boolean asked;
        private boolean gone;

        Deletion(String stackId, DeletionListener listener) {
            this.stackId = stackId;
            this.listener = listener;
        }

        boolean hasEnded() throws AwsAccessException, InterruptedException {
            CallResult<Stack> now = record.stack(stackId);
            record.news(stackId).forEach(listener::event);
            gone = now.gone();
            if (now.value().isEmpty()) {
                return gone || now.refused();
            }
            StackStatus status = now.value().get().stackStatus();
            if (status == StackStatus.DELETE_IN_PROGRESS) {
                asked = true;
                return false;
            }
            return status == StackStatus.DELETE_FAILED && asked || isRefused(status);
        }

        private boolean isRefused(StackStatus status) throws AwsAccessException, InterruptedException {
            CallResult<?> answer = calls.ask(
                    "cloudformation:DeleteStack",
                    () -> cloudFormation.deleteStack(request -> request.stackName(stackId)));
            asked = answer.value().isPresent();
            if (!answer.busy()) {
                return answer.refused();
            }
            if (!status.toString().endsWith("_IN_PROGRESS")) {
                calls.note("cloudformation:DeleteStack", answer.failure());
                return true;
            }
            return false;
        }
    }

    /**
     * Has a change of the stack that is under way taken back. CloudFormation does not delete a stack before that is done.
     *
     * @return whether a change is still under way
     */
    boolean isChanging() throws AwsAccessException, InterruptedException {
        Optional<Stack> stack = record.stack().value();
        if (stack.isEmpty()) {
            return false;
        }
        StackStatus status = stack.get().stackStatus();
        if (status == StackStatus.UPDATE_IN_PROGRESS) {
            calls.ask(
                    "cloudformation:CancelUpdateStack",
                    () -> cloudFormation.cancelUpdateStack(
                            request -> request.stackName(stack.get().stackId())));
        }
        return CHANGES.contains(status);
    }

    /** For an account that does not let the user look at stacks: the end of it cannot be seen. */
    void unseen(String stackName) throws AwsAccessException, InterruptedException {
        calls.ask(
                "cloudformation:DeleteStack",
                () -> cloudFormation.deleteStack(request -> request.stackName(stackName)));
    }

    /** Notes what stood in the way of the last deletion. */
    void noteFailures() throws AwsAccessException, InterruptedException {
        for (StackResourceSummary resource : record.notDeleted()) {
            calls.note(new BlockedAction(
                    resource.logicalResourceId() + " (" + resource.physicalResourceId() + ")",
                    "CloudFormation could not delete it: "
                            + Objects.requireNonNullElse(resource.resourceStatusReason(), "no reason given"),
                    "Delete the resources that use it, and delete the testbed again."));
        }
    }
}
