package org.faasnetlab.testbed.aws.calls;

import java.io.IOException;
import java.time.Duration;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Calls AWS and retries with exponential backoff for as long as a condition allows. Clients that are called here must not
 * retry by themselves, so that every retry is logged and bounded in one place.
 */
public final class RetryPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);
    private static final Duration MAX_DELAY = Duration.ofSeconds(30);
    private static final int SERVER_ERROR = 500;

    /** One or more requests to AWS. */
    @FunctionalInterface
    public interface Call<T, E extends Exception> {
        T call() throws E, AwsAccessException, InterruptedException;
    }

    /** Decides whether a failed call is retried. */
    @FunctionalInterface
    public interface Condition {
        /**
         * Whether the call is made again.
         *
         * @param tries how often the call was made
         * @param delay the delay before the next try
         */
        boolean shouldRetry(AwsAccessException failure, int tries, Duration delay);
    }

    private final AwsErrorTranslator failures;
    private final Sleeper sleeper;
    private final Duration firstDelay;

    public RetryPolicy(AwsErrorTranslator failures, Sleeper sleeper, Duration firstDelay) {
        this.failures = failures;
        this.sleeper = sleeper;
        this.firstDelay = firstDelay;
    }

    /**
     * Whether the same call may succeed a little later: AWS throttles, cannot be reached, closed the connection, or
     * reports an error of its own (HTTP status 500 and above).
     */
    public static boolean isTransient(AwsAccessException failure) {
        return switch (failure.reason()) {
            case THROTTLED, UNREACHABLE -> true;
            case OTHER ->
                failure.getCause() instanceof SdkServiceException answer
                        ? answer.statusCode() >= SERVER_ERROR
                        : isBrokenConnection(failure);
            default -> false;
        };
    }

    /**
     * Makes a call, again while its failures are temporary.
     *
     * @param action the IAM action that the call needs, or null if unknown
     * @throws AwsAccessException the failure after which the condition does not allow another try
     */
    public <T, E extends Exception> T call(@Nullable String action, Call<T, E> call, Condition condition)
            throws E, AwsAccessException, InterruptedException {
        Duration delay = firstDelay;
        for (int tries = 1; ; tries++) {
            AwsAccessException failure;
            try {
                return call.call();
            } catch (SdkException e) {
                failure = failures.explain(e, action);
            } catch (AwsAccessException e) {
                failure = e;
            }
            failure.throwIfInterrupted();
            if (!condition.shouldRetry(failure, tries, delay)) {
                throw failure;
            }
            LOG.info("Retrying in {}: {}", delay, failure.getMessage());
            sleeper.sleep(delay);
            delay = delay.multipliedBy(2).compareTo(MAX_DELAY) < 0 ? delay.multipliedBy(2) : MAX_DELAY;
        }
    }

    private static boolean isBrokenConnection(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
