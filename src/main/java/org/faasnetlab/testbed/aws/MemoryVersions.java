package org.faasnetlab.testbed.aws;

import java.time.Duration;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.waiters.LambdaWaiter;

/**
 * A function at different memory sizes: each size is a published version. A version keeps its own sandboxes, so that a
 * change of size makes none cold, and all versions go with the function.
 *
 * <p>Nothing is remembered here: which sizes there are is asked of Lambda each time. For one function it is called by one
 * thread at a time, because a size is set and published in two steps.
 */
public final class MemoryVersions implements AutoCloseable {

    private static final String LATEST = "$LATEST";
    private static final WaiterOverrideConfiguration PATIENCE = WaiterOverrideConfiguration.builder()
            .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofSeconds(1)))
            .maxAttempts(600)
            .waitTimeout(Duration.ofMinutes(10))
            .build();

    private final LambdaClient lambda;
    private final AwsFailures failures;

    public MemoryVersions(LambdaClient lambda, AwsFailures failures) {
        this.lambda = lambda;
        this.failures = failures;
    }

    /**
     * The version with this size and the function's present code, made if there is none, and active: the network
     * interfaces of a function inside a VPC can take minutes at the first time.
     *
     * @throws MemorySizeRefusedException if the account or Lambda does not give this size
     * @throws AwsAccessException if Lambda cannot be asked
     */
    public FunctionRef at(String function, int memoryMb) throws LabException {
        try (LambdaWaiter waiter = LambdaWaiter.builder()
                .client(lambda)
                .overrideConfiguration(PATIENCE)
                .build()) {
            waiter.waitUntilFunctionUpdatedV2(request -> request.functionName(function));
            String version = find(function, memoryMb).orElseGet(() -> publish(waiter, function, memoryMb));
            waiter.waitUntilFunctionActiveV2(
                    request -> request.functionName(function).qualifier(version));
            return new FunctionRef(function, version);
        } catch (InvalidParameterValueException refused) {
            if (String.valueOf(refused.getMessage()).contains("MemorySize")) {
                throw new MemorySizeRefusedException(memoryMb, refused);
            }
            throw failures.explain(refused);
        } catch (SdkException failure) {
            throw failures.explain(failure);
        }
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

    private String publish(LambdaWaiter waiter, String function, int memoryMb) {
        lambda.updateFunctionConfiguration(
                request -> request.functionName(function).memorySize(memoryMb));
        waiter.waitUntilFunctionUpdatedV2(request -> request.functionName(function));
        PublishVersionResponse published =
                lambda.publishVersion(request -> request.functionName(function).description(memoryMb + " MB"));
        return published.version();
    }

    @Override
    public void close() {
        lambda.close();
    }
}
