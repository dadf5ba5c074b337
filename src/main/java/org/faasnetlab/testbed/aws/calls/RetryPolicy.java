package org.faasnetlab.testbed.aws.calls;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Asks AWS, and asks again after a pause that doubles, as long as its user wants. The SDK's own retries are to be off: one
 * place repeats, and says that it does.
 */
public final class RetryPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A question to AWS. */
    @FunctionalInterface
    public interface Call<T, E extends Exception> {
        T ask() throws E, AwsAccessException, InterruptedException;
    }

    /** Whether it is worth asking again. */
    @FunctionalInterface
    public interface Patience {
        /**
         * @param tries how often it was asked
         * @param pause how long it would be waited before the next time
         */
        boolean allows(AwsAccessException failure, int tries, Duration pause);
    }

    private final AwsErrorTranslator failures;
    private final Sleeper pause;
    private final Duration firstPause;

    public RetryPolicy(AwsErrorTranslator failures, Sleeper pause, Duration firstPause) {
        this.failures = failures;
        this.pause = pause;
        this.firstPause = firstPause;
    }

    /**
     * @param action the IAM action that the call needs, or null if it is not known
     * @throws AwsAccessException with the reason why AWS gives no answer
     */
    public <T, E extends Exception> T ask(@Nullable String action, Call<T, E> call, Patience patience)
            throws E, AwsAccessException, InterruptedException {
        Duration next = firstPause;
        for (int tries = 1; ; tries++) {
            AwsAccessException failure;
            try {
                return call.ask();
            } catch (UncheckedIOException noTokenFile) {
                failure = failures.signInMissing(noTokenFile);
            } catch (SdkException refused) {
                failure = failures.explain(refused, action);
            } catch (AwsAccessException explained) {
                failure = explained;
            }
            failure.throwIfInterrupted();
            if (!patience.allows(failure, tries, next)) {
                throw failure;
            }
            LOG.info("Retrying in {}: {}", next, failure.getMessage());
            pause.pause(next);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
        }
    }
}
