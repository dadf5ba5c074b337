package org.faasnetlab.testbed.aws.creation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testbed.aws.calls.RetryPolicy;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * The calls of a creation. Transient failures are retried for some minutes, because a creation takes longer than a laptop
 * keeps its network; any other failure ends the creation. Until AWS has answered once, a missing connection is not
 * retried, so that a computer without a network gets the error immediately.
 */
final class CreationCalls {

    /** How long a call is retried; much shorter than any step that AWS completes without this program. */
    static final Duration RETRY_TIMEOUT = Duration.ofMinutes(5);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);

    private final RetryPolicy retries;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Cancellation cancellation;
    private final Consumer<AwsAccessException> onDelay;
    private boolean answered;

    /** @param sleeper stops immediately when the creation is cancelled */
    CreationCalls(
            AwsErrorTranslator failures,
            Clock clock,
            Sleeper sleeper,
            Cancellation cancellation,
            Consumer<AwsAccessException> onDelay) {
        this.retries = new RetryPolicy(failures, sleeper, FIRST_DELAY);
        this.clock = clock;
        this.sleeper = sleeper;
        this.cancellation = cancellation;
        this.onDelay = onDelay;
    }

    /**
     * @throws LabException with the reason why the call failed
     * @throws Cancellation.CancelledException if the user has cancelled the creation
     */
    <T> T call(RetryPolicy.Call<T, LabException> call) throws LabException, InterruptedException {
        Instant end = clock.instant().plus(RETRY_TIMEOUT);
        return retries.<T, LabException>call(
                null,
                () -> {
                    cancellation.check();
                    T answer = call.call();
                    answered = true;
                    return answer;
                },
                (failure, tries, delay) -> {
                    boolean again =
                            isRetried(failure) && !clock.instant().plus(delay).isAfter(end);
                    if (again) {
                        onDelay.accept(failure);
                    }
                    return again;
                });
    }

    /** @throws Cancellation.CancelledException if the user has cancelled the creation */
    void sleep(Duration time) throws InterruptedException {
        sleeper.sleep(time);
    }

    private boolean isRetried(AwsAccessException failure) {
        boolean fromAws = failure.reason() != AwsAccessException.Reason.UNREACHABLE
                && failure.getCause() instanceof SdkServiceException;
        return RetryPolicy.isTransient(failure) && (answered || fromAws);
    }
}
