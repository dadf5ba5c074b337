package org.faasnetlab.testbed.aws.creation;

import java.io.IOException;
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
 * Asks AWS, and asks again for some minutes when it is too busy or cannot be reached: a set-up takes longer than a laptop
 * keeps its network. Anything else is explained and ends the set-up. Before the first answer AWS is not searched for, so
 * that a computer without network says so at once.
 */
final class CreationCalls {

    /** How long AWS may stay away; much shorter than any step that goes on without this program. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int SERVER_ERROR = 500;

    private final RetryPolicy repetition;
    private final Clock clock;
    private final Sleeper pause;
    private final Cancellation cancellation;
    private final Consumer<AwsAccessException> onDelay;
    private boolean answered;

    /** @param pause ends at once when the set-up is cancelled */
    CreationCalls(
            AwsErrorTranslator failures,
            Clock clock,
            Sleeper pause,
            Cancellation cancellation,
            Consumer<AwsAccessException> onDelay) {
        this.repetition = new RetryPolicy(failures, pause, FIRST_PAUSE);
        this.clock = clock;
        this.pause = pause;
        this.cancellation = cancellation;
        this.onDelay = onDelay;
    }

    /**
     * @throws LabException with the reason why AWS gives no answer
     * @throws CreationCancelledException if the user has cancelled the set-up
     */
    <T> T ask(RetryPolicy.Call<T, LabException> call) throws LabException, InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        return repetition.<T, LabException>ask(
                null,
                () -> {
                    cancellation.check();
                    T answer = call.ask();
                    answered = true;
                    return answer;
                },
                (failure, tries, next) -> {
                    boolean again =
                            passes(failure) && !clock.instant().plus(next).isAfter(end);
                    if (again) {
                        onDelay.accept(failure);
                    }
                    return again;
                });
    }

    /** @throws CreationCancelledException if the user has cancelled the set-up */
    void pause(Duration time) throws InterruptedException {
        pause.pause(time);
    }

    private boolean passes(AwsAccessException failure) {
        return switch (failure.reason()) {
            case THROTTLED -> true;
            case UNREACHABLE -> answered;
            case OTHER ->
                failure.getCause() instanceof SdkServiceException answer
                        ? answer.statusCode() >= SERVER_ERROR
                        : answered && isBrokenConnection(failure);
            default -> false;
        };
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
