package org.faasnetlab.testbed.aws.calls;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * A function at different memory sizes: each size is a published version. A version keeps its own sandboxes, so that a
 * change of size makes none cold, and all versions go with the function.
 *
 * <p>Nothing is remembered here: which sizes there are is asked of Lambda each time. For one function it is called by one
 * thread at a time, because a size is set and published in two steps.
 */
public final class MemoryVersions implements AutoCloseable {

    private static final String LATEST = "$LATEST";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Ten minutes: the network interfaces of a function's first version inside a VPC take some. */
    private static final int MOST_LOOKS = 600;

    private final LambdaClient lambda;
    private final AwsErrorTranslator failures;
    private final Sleeper pause;

    /** @param pause between two looks at a function that Lambda is changing */
    public MemoryVersions(LambdaClient lambda, AwsErrorTranslator failures, Sleeper pause) {
        this.lambda = lambda;
        this.failures = failures;
        this.pause = pause;
    }

    /** With a client of its own. */
    public static MemoryVersions of(AwsAccount account, Sleeper pause) {
        return new MemoryVersions(account.client(LambdaClient.builder()), account.failures(), pause);
    }

    /**
     * The version with this size and the function's present code, made if there is none, and active: the network
     * interfaces of a function inside a VPC can take minutes at the first time.
     *
     * @throws MemorySizeRefusedException if the account or Lambda does not give this size
     * @throws FunctionNotReadyException if Lambda could not make the version, or takes too long
     * @throws AwsAccessException if Lambda cannot be asked
     * @throws InterruptedException if the wait was interrupted, at once; what was begun is found by the next call
     */
    public FunctionRef at(String function, int memoryMb) throws LabException, InterruptedException {
        awaitUpdated(function);
        Optional<String> made = ask(() -> find(function, memoryMb));
        String version = made.isPresent() ? made.get() : publish(function, memoryMb);
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
            ask(() -> lambda.updateFunctionConfiguration(
                    request -> request.functionName(function).memorySize(memoryMb)));
        } catch (AwsAccessException refused) {
            if (refused.getCause() instanceof InvalidParameterValueException
                    && String.valueOf(refused.getCause().getMessage()).contains("MemorySize")) {
                throw new MemorySizeRefusedException(memoryMb, refused);
            }
            throw refused;
        }
        awaitUpdated(function);
        return ask(() -> lambda.publishVersion(
                        request -> request.functionName(function).description(memoryMb + " MB")))
                .version();
    }

    private void awaitUpdated(String function) throws LabException, InterruptedException {
        for (int looks = 1; ; looks++) {
            FunctionConfiguration now = ask(() -> lambda.getFunction(request -> request.functionName(function))
                    .configuration());
            if (now.lastUpdateStatus() == LastUpdateStatus.FAILED) {
                throw FunctionNotReadyException.failed(function, now.lastUpdateStatusReason());
            }
            if (now.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS) {
                return;
            }
            awaitNextLook(function, looks);
        }
    }

    private void awaitActive(String function, String version) throws LabException, InterruptedException {
        for (int looks = 1; ; looks++) {
            FunctionConfiguration now = ask(() -> lambda.getFunction(
                            request -> request.functionName(function).qualifier(version))
                    .configuration());
            if (now.state() == State.FAILED) {
                throw FunctionNotReadyException.failed(function, now.stateReason());
            }
            if (now.state() != State.PENDING) {
                return;
            }
            awaitNextLook(function, looks);
        }
    }

    private void awaitNextLook(String function, int looks) throws LabException, InterruptedException {
        if (looks == MOST_LOOKS) {
            throw FunctionNotReadyException.slow(function);
        }
        pause.pause(BETWEEN_LOOKS);
    }

    private <T> T ask(Supplier<T> question) throws AwsAccessException, InterruptedException {
        AwsAccessException failure;
        try {
            return question.get();
        } catch (UncheckedIOException noTokenFile) {
            failure = failures.signInMissing(noTokenFile);
        } catch (SdkException refused) {
            failure = failures.explain(refused);
        }
        failure.throwIfInterrupted();
        throw failure;
    }

    @Override
    public void close() {
        lambda.close();
    }
}
