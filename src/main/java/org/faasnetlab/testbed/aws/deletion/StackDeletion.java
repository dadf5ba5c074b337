package org.faasnetlab.testbed.aws.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.Poller;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Deletes the stack with CloudFormation, in whatever state the stack is. */
final class StackDeletion {

    /** An accepted deletion is usually in progress within seconds. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    private static final Set<StackStatus> UPDATING = EnumSet.of(
            StackStatus.UPDATE_IN_PROGRESS,
            StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
            StackStatus.UPDATE_ROLLBACK_IN_PROGRESS,
            StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS);

    private final DeletionCalls calls;
    private final CloudFormationClient cloudFormation;
    private final StackRecord record;
    private final Poller poller;
    private final Duration timeout;
    private final Clock clock;
    private final Consumer<Duration> onWait;

    /** @param onWait receives the time since CloudFormation has started, while it deletes the stack */
    StackDeletion(
            DeletionCalls calls,
            CloudFormationClient cloudFormation,
            StackRecord record,
            Poller poller,
            Duration timeout,
            Clock clock,
            Consumer<Duration> onWait) {
        this.calls = calls;
        this.cloudFormation = cloudFormation;
        this.record = record;
        this.poller = poller;
        this.timeout = timeout;
        this.clock = clock;
        this.onWait = onWait;
    }

    /**
     * Deletes the stack and waits until CloudFormation has finished. If the stack is being created or updated, it is
     * deleted as soon as CloudFormation accepts the request.
     *
     * @return whether the stack no longer exists
     */
    boolean delete(Stack stack, DeletionListener listener) throws AwsAccessException, InterruptedException {
        record.newEvents(stack.stackId()).forEach(listener::onResource);
        Deletion deletion = new Deletion(stack.stackId(), listener);
        if (!poller.pollUntil(timeout, POLL_INTERVAL, deletion::isFinished)) {
            calls.recordBlocked(new BlockedAction(
                    "the stack",
                    "CloudFormation has not finished after " + timeout.toMinutes() + " minutes.",
                    "Delete the testbed again later."));
        }
        return deletion.gone;
    }

    /** One deletion, from the request to its end. */
    private final class Deletion {

        private final String stackId;
        private final DeletionListener listener;
        private boolean requested;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant startedAt;
        private boolean gone;

        Deletion(String stackId, DeletionListener listener) {
            this.stackId = stackId;
            this.listener = listener;
        }

        boolean isFinished() throws AwsAccessException, InterruptedException {
            CallResult<Stack> now = record.stack(stackId);
            record.newEvents(stackId).forEach(listener::onResource);
            gone = now.isGone();
            if (now.value().isEmpty()) {
                return gone || now.isRefused();
            }
            StackStatus status = now.value().get().stackStatus();
            if (status == StackStatus.DELETE_IN_PROGRESS) {
                requested = true;
                reportWait();
                return false;
            }
            if (status == StackStatus.DELETE_FAILED && requested) {
                return true;
            }
            if (acceptedAt != null && clock.instant().isAfter(acceptedAt.plus(START_TIMEOUT))) {
                calls.recordBlocked(new BlockedAction(
                        "the stack",
                        "CloudFormation accepted the deletion but has not started it; the status is still " + status
                                + ".",
                        "Check the stack in CloudFormation, and delete the testbed again."));
                return true;
            }
            return requestDeletion(status);
        }

        private void reportWait() {
            Instant started = startedAt == null ? clock.instant() : startedAt;
            startedAt = started;
            onWait.accept(Duration.between(started, clock.instant()));
        }

        private boolean requestDeletion(StackStatus status) throws AwsAccessException, InterruptedException {
            CallResult<?> answer = calls.call(
                    "cloudformation:DeleteStack",
                    () -> cloudFormation.deleteStack(request -> request.stackName(stackId)));
            requested = answer.value().isPresent();
            if (requested && acceptedAt == null && !status.toString().endsWith("_IN_PROGRESS")) {
                acceptedAt = clock.instant();
            }
            if (!answer.isBusy()) {
                return answer.isRefused();
            }
            if (!status.toString().endsWith("_IN_PROGRESS")) {
                calls.recordBlocked("cloudformation:DeleteStack", answer.failure());
                return true;
            }
            return false;
        }
    }

    /**
     * Cancels an update of the stack that is in progress. CloudFormation does not delete a stack before the rollback is
     * done.
     *
     * @return whether an update or its rollback is still in progress
     */
    boolean cancelUpdate() throws AwsAccessException, InterruptedException {
        Optional<Stack> stack = record.stack().value();
        if (stack.isEmpty()) {
            return false;
        }
        StackStatus status = stack.get().stackStatus();
        if (status == StackStatus.UPDATE_IN_PROGRESS) {
            calls.call(
                    "cloudformation:CancelUpdateStack",
                    () -> cloudFormation.cancelUpdateStack(
                            request -> request.stackName(stack.get().stackId())));
        }
        return UPDATING.contains(status);
    }

    /** Deletes the stack without waiting: for an account that has no permission to describe stacks. */
    void deleteUnobserved(String stackName) throws AwsAccessException, InterruptedException {
        calls.call(
                "cloudformation:DeleteStack",
                () -> cloudFormation.deleteStack(request -> request.stackName(stackName)));
    }

    /** Records the resources that the last deletion of the stack failed on. */
    void recordFailures() throws AwsAccessException, InterruptedException {
        for (StackResourceSummary resource : record.notDeleted()) {
            calls.recordBlocked(new BlockedAction(
                    resource.logicalResourceId() + " (" + resource.physicalResourceId() + ")",
                    "CloudFormation could not delete it: "
                            + Objects.requireNonNullElse(resource.resourceStatusReason(), "no reason given"),
                    "Delete the resources that use it, and delete the testbed again."));
        }
    }
}
