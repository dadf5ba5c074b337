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
 * Asks AWS, again where that helps. What is refused is noted and the teardown goes on; what would stop every other call,
 * too, such as an expired sign-in, is thrown.
 */
public final class DeletionCalls {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionCalls.class);
    private static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Reasons that concern one call; every other reason concerns all. */
    private static final Set<Reason> OF_ONE_CALL = EnumSet.of(Reason.DENIED, Reason.OTHER);

    private static final Set<String> GONE = Set.of(
            "ResourceNotFoundException", "NoSuchBucket", "NoSuchUpload", "NoSuchTagSet", "NoSuchEntity", "NoSuchKey");

    /** CloudFormation's ValidationError is also its answer to a deletion that does not fit the stack's state. */
    private static final Set<String> BUSY = Set.of(
            "ResourceConflictException",
            "InvalidParameterValue",
            "InvalidNetworkInterface.InUse",
            "DependencyViolation",
            "BucketNotEmpty",
            "OperationAborted",
            "DeleteConflict",
            "ValidationError");

    private final RetryPolicy repetition;
    private final Set<BlockedAction> obstacles = new LinkedHashSet<>();
    private int notes;

    DeletionCalls(AwsAccount account, Sleeper pause) {
        this.repetition = new RetryPolicy(account.failures(), pause, FIRST_PAUSE);
    }

    /** What has been refused so far, each refusal once. */
    List<BlockedAction> obstacles() {
        return List.copyOf(obstacles);
    }

    /** Notes so far, those of what was refused before, too: what has not grown since then means that nothing was. */
    int notes() {
        return notes;
    }

    void note(BlockedAction obstacle) {
        notes++;
        obstacles.add(obstacle);
    }

    void note(String action, @Nullable AwsAccessException failure) {
        if (failure != null) {
            note(new BlockedAction(action, String.valueOf(failure.getMessage()), failure.nextStep()));
        }
    }

    /**
     * @param action the IAM action that the call needs
     * @throws AwsAccessException if no other call could succeed, either
     */
    <T> CallResult<T> ask(String action, Supplier<T> call) throws AwsAccessException, InterruptedException {
        try {
            return CallResult.said(repetition.<T, AwsAccessException>ask(
                    action, call::get, (failure, tries, next) -> tries < TRIES && passes(failure)));
        } catch (AwsAccessException failure) {
            return answer(action, failure);
        }
    }

    /** All pages of a list as one; without a value if any page was not to be had. */
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
            CallResult<R> answer = ask(action, () -> page.apply(from));
            if (answer.value().isEmpty()) {
                return new CallResult<>(answer.kind(), null, answer.failure());
            }
            all.addAll(items.apply(answer.value().get()));
            token = next.apply(answer.value().get());
        } while (token != null && !token.isEmpty());
        return CallResult.said(all);
    }

    private <T> CallResult<T> answer(String action, AwsAccessException explained) throws AwsAccessException {
        if (!OF_ONE_CALL.contains(explained.reason())) {
            throw explained;
        }
        Throwable failure = explained.getCause();
        String code = code(failure);
        if (GONE.contains(code)
                || code.endsWith(".NotFound")
                || code.equals("ValidationError") && message(failure).contains("does not exist")) {
            return CallResult.without(CallResult.Kind.GONE, explained);
        }
        if (BUSY.contains(code)) {
            LOG.info("{} must be retried: {}", action, message(failure));
            return CallResult.without(CallResult.Kind.BUSY, explained);
        }
        LOG.warn("{} was rejected", action, failure);
        note(action, explained);
        return CallResult.without(CallResult.Kind.REFUSED, explained);
    }

    /** Whether the same call may succeed a little later. */
    private static boolean passes(AwsAccessException failure) {
        return failure.reason() == Reason.THROTTLED
                || failure.reason() == Reason.UNREACHABLE
                || failure.getCause() instanceof AwsServiceException answer && answer.statusCode() >= 500;
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
