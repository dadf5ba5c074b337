package org.faasnetlab.testbed.aws.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * The published versions of a function, one for each memory size. A version keeps its own sandboxes, so that a change
 * of size makes none cold, and all versions are deleted with the function.
 *
 * <p>Holds no state: Lambda is queried each time which sizes exist. Others may do the same with the function at the same
 * time: a size is set and published in two steps, so the second step names the revision of the first, and is repeated
 * with it if the function was changed in between.
 */
public final class MemoryVersions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryVersions.class);
    private static final String LATEST = "$LATEST";
    private static final int MAX_TRIES = 10;
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    /** Ten minutes: the network interfaces of a function's first version inside a VPC take some of them. */
    private static final int MAX_POLLS = 600;

    private final LambdaClient lambda;
    private final AwsErrorTranslator failures;
    private final Sleeper sleeper;

    /** @param sleeper waits between two requests about a function that Lambda is changing */
    public MemoryVersions(LambdaClient lambda, AwsErrorTranslator failures, Sleeper sleeper) {
        this.lambda = lambda;
        this.failures = failures;
        this.sleeper = sleeper;
    }

    /** With a client of its own, which {@link #close} closes. */
    public static MemoryVersions of(AwsAccount account, Sleeper sleeper) {
        return new MemoryVersions(account.client(LambdaClient.builder()), account.failures(), sleeper);
    }

    /**
     * The active version with this size and the function's present code; published if there is none. Inside a VPC the
     * first one can take minutes, because its network interfaces are created.
     *
     * @throws LabException if the account or Lambda does not allow this size, or Lambda could not activate the version
     *     within ten minutes
     * @throws AwsAccessException if Lambda cannot be reached or refuses a request
     * @throws InterruptedException if the thread is interrupted; the next call continues with what Lambda has done by
     *     then
     */
    public FunctionRef versionFor(String function, int memoryMb) throws LabException, InterruptedException {
        awaitUpdated(function);
        Optional<String> existing = call(() -> find(function, memoryMb));
        String version = existing.isPresent() ? existing.get() : publish(function, memoryMb);
        awaitActive(function, version);
        return new FunctionRef(function, version);
    }

    private Optional<String> find(String function, int memoryMb) {
        String code = lambda.getFunctionConfiguration(request -> request.functionName(function))
                .codeSha256();
        return lambda.listVersionsByFunctionPaginator(request -> request.functionName(function)).versions().stream()
                .filter(version -> !version.version().equals(LATEST))
                .filter(version -> version.memorySize() == memoryMb)
                .filter(version -> version.codeSha256().equals(code))
                .map(FunctionConfiguration::version)
                .findFirst();
    }

    private String publish(String function, int memoryMb) throws LabException, InterruptedException {
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            FunctionConfiguration sized = setMemory(function, memoryMb);
            Optional<String> version = Integer.valueOf(memoryMb).equals(sized.memorySize())
                    ? publishRevision(function, sized)
                    : Optional.empty();
            if (version.isPresent()) {
                return version.get();
            }
            LOG.info("Function {} was changed while a version with {} MB was published", function, memoryMb);
            sleeper.sleep(POLL_INTERVAL.multipliedBy(tries));
        }
        throw new LabException(
                LabException.Kind.REFUSED,
                Phrase.of("Another program keeps changing the memory size of function {0}.", function),
                Phrase.of("Wait until it has finished, and try again."));
    }

    /** The function's configuration after the change, which somebody else may have changed again. */
    private FunctionConfiguration setMemory(String function, int memoryMb) throws LabException, InterruptedException {
        try {
            call(() -> lambda.updateFunctionConfiguration(
                    request -> request.functionName(function).memorySize(memoryMb)));
        } catch (AwsAccessException e) {
            if (e.getCause() instanceof InvalidParameterValueException
                    && String.valueOf(e.getCause().getMessage()).contains("MemorySize")) {
                throw new LabException(
                        LabException.Kind.REFUSED,
                        Phrase.of("Lambda does not support functions with {0} MB in this account.", memoryMb),
                        Phrase.of(
                                "Choose another size. New accounts may be limited to 3,008 MB until AWS raises the quota."),
                        e);
            }
            if (!isConflict(e)) {
                throw e;
            }
        }
        return awaitUpdated(function);
    }

    /** The new version; empty if the function is no longer at this revision. */
    private Optional<String> publishRevision(String function, FunctionConfiguration sized)
            throws LabException, InterruptedException {
        try {
            PublishVersionResponse published =
                    call(() -> lambda.publishVersion(request -> request.functionName(function)
                            .revisionId(sized.revisionId())
                            .codeSha256(sized.codeSha256())
                            .description(sized.memorySize() + " MB")));
            // Lambda returns the latest version instead of a new one if nothing has changed since then.
            return Optional.of(published)
                    .filter(version -> sized.memorySize().equals(version.memorySize()))
                    .map(PublishVersionResponse::version);
        } catch (AwsAccessException e) {
            if (isConflict(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether the function is being changed by somebody else, or has another revision than expected. */
    private static boolean isConflict(AwsAccessException failure) {
        return failure.getCause() instanceof ResourceConflictException
                || failure.getCause() instanceof PreconditionFailedException;
    }

    private FunctionConfiguration awaitUpdated(String function) throws LabException, InterruptedException {
        for (int polls = 1; ; polls++) {
            FunctionConfiguration now = call(() -> lambda.getFunction(request -> request.functionName(function))
                    .configuration());
            if (now.lastUpdateStatus() == LastUpdateStatus.FAILED) {
                throw notActivated(function, now.lastUpdateStatusReason());
            }
            if (now.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS) {
                return now;
            }
            sleepBeforeNextPoll(function, polls);
        }
    }

    private void awaitActive(String function, String version) throws LabException, InterruptedException {
        for (int polls = 1; ; polls++) {
            FunctionConfiguration now = call(() -> lambda.getFunction(
                            request -> request.functionName(function).qualifier(version))
                    .configuration());
            if (now.state() == State.FAILED) {
                throw notActivated(function, now.stateReason());
            }
            if (now.state() != State.PENDING) {
                return;
            }
            sleepBeforeNextPoll(function, polls);
        }
    }

    private void sleepBeforeNextPoll(String function, int polls) throws LabException, InterruptedException {
        if (polls == MAX_POLLS) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Lambda did not activate function {0} within ten minutes.", function),
                    Phrase.of("Try again later."));
        }
        sleeper.sleep(POLL_INTERVAL);
    }

    private static LabException notActivated(String function, @Nullable String reason) {
        String why = reason == null ? "no reason given" : reason;
        return new LabException(
                LabException.Kind.FAILED,
                Phrase.of(
                        "Lambda could not activate function {0}: {1}", function, why + (why.endsWith(".") ? "" : ".")),
                Phrase.of("Try again. If the error persists, delete the testbed and create it again."));
    }

    private <T> T call(Supplier<T> request) throws AwsAccessException, InterruptedException {
        try {
            return failures.call(request);
        } catch (AwsAccessException e) {
            e.throwIfInterrupted();
            throw e;
        }
    }

    @Override
    public void close() {
        lambda.close();
    }
}
