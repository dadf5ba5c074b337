package org.faasnetlab.testbed.aws.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.AwsAccount;
import org.faasnetlab.testbed.aws.AwsFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Asks AWS, and asks again for some minutes when it is too busy or cannot be reached: a set-up takes longer than a laptop
 * keeps its network. Anything else is explained and ends the set-up. Before the first answer AWS is not searched for, so
 * that a computer without network says so at once. The SDK's own retries are off: one place repeats, and says that it does.
 */
final class AwsCalls {

    private static final Logger LOG = LoggerFactory.getLogger(AwsCalls.class);

    /** How long AWS may stay away; much shorter than any step that goes on without this program. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final int SERVER_ERROR = 500;

    /** A question to AWS. */
    interface Call<T> {
        T ask() throws LabException, InterruptedException;
    }

    private final AwsFailures failures;
    private final Clock clock;
    private final Pauses pauses;
    private final Cancellation cancellation;
    private final Consumer<AwsAccessException> onDelay;
    private boolean answered;

    AwsCalls(
            AwsFailures failures,
            Clock clock,
            Pauses pauses,
            Cancellation cancellation,
            Consumer<AwsAccessException> onDelay) {
        this.failures = failures;
        this.clock = clock;
        this.pauses = pauses;
        this.cancellation = cancellation;
        this.onDelay = onDelay;
    }

    /**
     * @throws LabException with the reason why AWS gives no answer
     * @throws CancelledException if the user has cancelled the set-up
     */
    <T> T ask(Call<T> call) throws LabException, InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        Duration pause = FIRST_PAUSE;
        while (true) {
            if (cancellation.isAsked()) {
                throw new CancelledException();
            }
            AwsAccessException failure;
            try {
                T answer = call.ask();
                answered = true;
                return answer;
            } catch (UncheckedIOException noTokenFile) {
                failure = failures.signInMissing(noTokenFile);
            } catch (SdkException refused) {
                failure = failures.explain(refused);
            } catch (AwsAccessException explained) {
                failure = explained;
            }
            failure.throwIfInterrupted();
            if (!passes(failure) || clock.instant().plus(pause).isAfter(end)) {
                throw failure;
            }
            LOG.info("Trying again in {}: {}", pause, failure.getMessage());
            onDelay.accept(failure);
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** A client that sends each request once; whoever asks for it closes it. */
    static <B extends AwsClientBuilder<B, C>, C> C client(AwsAccount account, B builder) {
        return account.client(builder.overrideConfiguration(
                configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    /**
     * @throws CancelledException if the user has cancelled the set-up
     */
    void pause(Duration time) throws CancelledException, InterruptedException {
        if (pauses.cancelledWithin(time, cancellation)) {
            throw new CancelledException();
        }
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
