package org.faasnetlab.testbed.aws.deletion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.RetryPolicy;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The calls of a deletion. Transient failures are retried. A refused call is recorded and the deletion continues; a
 * failure that would stop every other call, too, such as expired credentials, is thrown.
 */
public final class DeletionCalls {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionCalls.class);
    private static final int MAX_TRIES = 8;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    /** Reasons that affect one call only; all others affect every call. */
    private static final Set<Reason> OF_ONE_CALL = EnumSet.of(Reason.DENIED, Reason.OTHER);

    private static final Set<String> GONE = Set.of(
            "ResourceNotFoundException", "NoSuchBucket", "NoSuchUpload", "NoSuchTagSet", "NoSuchEntity", "NoSuchKey");

    /** CloudFormation's ValidationError is also its response to a deletion that the stack's state does not allow. */
    private static final Set<String> BUSY = Set.of(
            "ResourceConflictException",
            "InvalidParameterValue",
            "InvalidNetworkInterface.InUse",
            "DependencyViolation",
            "BucketNotEmpty",
            "OperationAborted",
            "DeleteConflict",
            "ValidationError");

    private final RetryPolicy retries;
    private final Set<BlockedAction> blocked = new LinkedHashSet<>();
    private int blockedCount;

    DeletionCalls(AwsAccount account, Sleeper sleeper) {
        this.retries = new RetryPolicy(account.failures(), sleeper, FIRST_DELAY);
    }

    /** The blocked actions so far, each once. */
    List<BlockedAction> blockedActions() {
        return List.copyOf(blocked);
    }

    /** Number of blocked actions so far, counting repetitions: if it has not grown, nothing was blocked since. */
    int blockedCount() {
        return blockedCount;
    }

    void recordBlocked(BlockedAction action) {
        blockedCount++;
        blocked.add(action);
    }

    void recordBlocked(String action, @Nullable AwsAccessException failure) {
        if (failure != null) {
            recordBlocked(new BlockedAction(action, String.valueOf(failure.getMessage()), failure.nextStep()));
        }
    }

    /**
     * @param action the IAM action that the call needs
     * @throws AwsAccessException if the reason would stop every other call, too
     */
    <T> CallResult<T> call(String action, Supplier<T> call) throws AwsAccessException, InterruptedException {
        try {
            return CallResult.success(retries.<T, AwsAccessException>call(
                    action,
                    call::get,
                    (failure, tries, delay) -> tries < MAX_TRIES && RetryPolicy.isTransient(failure)));
        } catch (AwsAccessException e) {
            return result(action, e);
        }
    }

    /** All pages of a list; no value if a page is unavailable. */
    <R, T> CallResult<List<T>> all(
            String action,
            Function<@Nullable String, R> page,
            Function<R, List<T>> items,
            Function<R, @Nullable String> next)
            throws AwsAccessException, InterruptedException {
        List<T> all = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            CallResult<R> answer = call(action, () -> page.apply(from));
            if (answer.value().isEmpty()) {
                return CallResult.failure(answer.kind(), answer.failure());
            }
            all.addAll(items.apply(answer.value().get()));
            token = next.apply(answer.value().get());
        } while (token != null && !token.isEmpty());
        return CallResult.success(all);
    }

    private <T> CallResult<T> result(String action, AwsAccessException explained) throws AwsAccessException {
        if (!OF_ONE_CALL.contains(explained.reason())) {
            throw explained;
        }
        Throwable failure = explained.getCause();
        String code = code(failure);
        if (GONE.contains(code)
                || code.endsWith(".NotFound")
                || (code.equals("ValidationError") && message(failure).contains("does not exist"))) {
            return CallResult.failure(CallResult.Kind.GONE, explained);
        }
        if (BUSY.contains(code)) {
            LOG.info("{} must be retried: {}", action, message(failure));
            return CallResult.failure(CallResult.Kind.BUSY, explained);
        }
        LOG.warn("{} was rejected", action, failure);
        recordBlocked(action, explained);
        return CallResult.failure(CallResult.Kind.REFUSED, explained);
    }

    private static String message(@Nullable Throwable failure) {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }

    private static String code(@Nullable Throwable failure) {
        return failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? String.valueOf(answer.awsErrorDetails().errorCode())
                : "";
    }
}
