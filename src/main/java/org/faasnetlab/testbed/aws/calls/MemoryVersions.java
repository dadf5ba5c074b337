package org.faasnetlab.testbed.aws.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * The published versions of a function, one for each memory size. A version keeps its own sandboxes, so that a change
 * of size makes none cold, and all versions are deleted with the function.
 *
 * <p>Holds no state: Lambda is queried each time which sizes exist. Must not be used for one function by several
 * threads, because a size is set and published in two steps.
 */
public final class MemoryVersions implements AutoCloseable {

    private static final String LATEST = "$LATEST";
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
        try {
            call(() -> lambda.updateFunctionConfiguration(
                    request -> request.functionName(function).memorySize(memoryMb)));
        } catch (AwsAccessException e) {
            if (e.getCause() instanceof InvalidParameterValueException
                    && String.valueOf(e.getCause().getMessage()).contains("MemorySize")) {
                throw new LabException(
                        LabException.Kind.REFUSED,
                        "Lambda does not support functions with " + memoryMb + " MB in this account.",
                        "Choose another size. New accounts may be limited to 3,008 MB until AWS raises the quota.",
                        e);
            }
            throw e;
        }
        awaitUpdated(function);
        return call(() -> lambda.publishVersion(
                        request -> request.functionName(function).description(memoryMb + " MB")))
                .version();
    }

    private void awaitUpdated(String function) throws LabException, InterruptedException {
        for (int polls = 1; ; polls++) {
            FunctionConfiguration now = call(() -> lambda.getFunction(request -> request.functionName(function))
                    .configuration());
            if (now.lastUpdateStatus() == LastUpdateStatus.FAILED) {
                throw notActivated(function, now.lastUpdateStatusReason());
            }
            if (now.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS) {
                return;
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
                    "Lambda did not activate function " + function + " within ten minutes.",
                    "Try again later.");
        }
        sleeper.sleep(POLL_INTERVAL);
    }

    private static LabException notActivated(String function, @Nullable String reason) {
        String why = reason == null ? "no reason given" : reason;
        return new LabException(
                LabException.Kind.FAILED,
                "Lambda could not activate function " + function + ": " + why + (why.endsWith(".") ? "" : "."),
                "Try again. If the error persists, delete the testbed and create it again.");
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
