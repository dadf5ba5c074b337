package org.faasnetlab.testbed.aws.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

class MemoryVersionsTest {

    private final FakeLambda lambda = new FakeLambda();
    private final MemoryVersions versions =
            new MemoryVersions(lambda, new AwsErrorTranslator(null, Region.EU_CENTRAL_1), time -> lambda.pause());

    @Test
    void existingVersionIsUsed() throws Exception {
        lambda.publish("1", 512, "new-code");

        assertThat(versions.versionFor("measure", 512)).isEqualTo(new FunctionRef("measure", "1"));
        assertThat(lambda.published).hasSize(1);
    }

    @Test
    void versionWithOldCodeIsNotUsed() throws Exception {
        lambda.publish("1", 512, "old-code");

        assertThat(versions.versionFor("measure", 512)).isEqualTo(new FunctionRef("measure", "2"));
    }

    @Test
    void memorySizeAboveAccountLimitIsReported() {
        lambda.refusal =
                "'MemorySize' value failed to satisfy constraint: Member must have value less than or equal to 3008";

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> versions.versionFor("measure", 10_240))
                .withMessage("Lambda does not support functions with 10240 MB in this account.");
    }

    @Test
    void otherInvalidParameterIsNotReportedAsMemorySize() {
        lambda.refusal = "The role defined for the function cannot be assumed by Lambda.";

        assertThatExceptionOfType(AwsAccessException.class)
                .isThrownBy(() -> versions.versionFor("measure", 1024))
                .withMessageContaining("The role defined for the function cannot be assumed by Lambda.");
    }

    @Test
    void newVersionIsAwaitedUntilActive() throws Exception {
        lambda.looksUntilActive = 3;

        assertThat(versions.versionFor("measure", 512)).isEqualTo(new FunctionRef("measure", "1"));
        assertThat(lambda.looksUntilActive).isZero();
    }

    @Test
    void cancellationInterruptsWaitForVersion() {
        lambda.looksUntilActive = 3;
        lambda.duringPause = () -> {
            throw new InterruptedException("cancelled");
        };

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> versions.versionFor("measure", 512))
                .withMessage("cancelled");
        assertThat(lambda.looksUntilActive).isEqualTo(2);
    }

    @Test
    void failedVersionIsReported() {
        lambda.failure = "The subnet has no free address";

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> versions.versionFor("measure", 512))
                .withMessage("Lambda could not activate function measure: The subnet has no free address.");
    }

    @Test
    void sizeThatAnotherClientSetsInBetweenIsNotPublished() throws Exception {
        lambda.beforePublish.add(() -> lambda.setMemory(1024));

        FunctionRef version = versions.versionFor("measure", 512);

        assertThat(lambda.memoryOf(version.qualifier())).isEqualTo(512);
        assertThat(lambda.published).hasSize(1);
    }

    @Test
    void sizeThatAnotherClientSetsBeforeTheUpdateIsSeenIsSetAgain() throws Exception {
        lambda.afterUpdate.add(() -> lambda.setMemory(1024));

        FunctionRef version = versions.versionFor("measure", 512);

        assertThat(lambda.memoryOf(version.qualifier())).isEqualTo(512);
    }

    @Test
    void updateInProgressOfAnotherClientIsAwaited() throws Exception {
        lambda.conflicts = 2;

        FunctionRef version = versions.versionFor("measure", 512);

        assertThat(lambda.memoryOf(version.qualifier())).isEqualTo(512);
    }

    @Test
    void functionThatIsChangedAgainAndAgainIsReported() {
        for (int i = 0; i < 100; i++) {
            lambda.beforePublish.add(() -> lambda.setMemory(1024));
        }

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> versions.versionFor("measure", 512))
                .withMessage("Another program keeps changing the memory size of function measure.");
        assertThat(lambda.published).isEmpty();
    }

    /** A function with the code {@code new-code} that is active after some requests. */
    private static final class FakeLambda implements LambdaClient {

        private final List<FunctionConfiguration> published = new ArrayList<>();
        private String refusal;
        private String failure;
        private int looksUntilActive;
        private Waited duringPause = () -> {};
        private int memoryMb = 128;
        private int revision;
        private int conflicts;
        private final Deque<Runnable> beforePublish = new ArrayDeque<>();
        private final Deque<Runnable> afterUpdate = new ArrayDeque<>();

        /** An event while a version is awaited. */
        interface Waited {
            void pass() throws InterruptedException;
        }

        void pause() throws InterruptedException {
            duringPause.pass();
        }

        void setMemory(int size) {
            memoryMb = size;
            revision++;
        }

        int memoryOf(String version) {
            return published.stream()
                    .filter(each -> each.version().equals(version))
                    .findFirst()
                    .orElseThrow()
                    .memorySize();
        }

        private static void runNext(Deque<Runnable> actions) {
            if (!actions.isEmpty()) {
                actions.removeFirst().run();
            }
        }

        private static AwsErrorDetails details(String code) {
            return AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
        }

        void publish(String version, int memory, String code) {
            published.add(FunctionConfiguration.builder()
                    .version(version)
                    .memorySize(memory)
                    .codeSha256(code)
                    .build());
        }

        @Override
        public GetFunctionResponse getFunction(GetFunctionRequest request) {
            boolean pending = request.qualifier() != null && looksUntilActive > 0;
            if (pending) {
                looksUntilActive--;
            }
            State state = failure != null && request.qualifier() != null
                    ? State.FAILED
                    : pending ? State.PENDING : State.ACTIVE;
            return GetFunctionResponse.builder()
                    .configuration(configuration -> configuration
                            .state(state)
                            .stateReason(failure)
                            .memorySize(memoryMb)
                            .revisionId("r" + revision)
                            .codeSha256("new-code")
                            .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL))
                    .build();
        }

        @Override
        public GetFunctionConfigurationResponse getFunctionConfiguration(GetFunctionConfigurationRequest request) {
            return GetFunctionConfigurationResponse.builder()
                    .codeSha256("new-code")
                    .build();
        }

        @Override
        public ListVersionsByFunctionResponse listVersionsByFunction(ListVersionsByFunctionRequest request) {
            return ListVersionsByFunctionResponse.builder().versions(published).build();
        }

        @Override
        public UpdateFunctionConfigurationResponse updateFunctionConfiguration(
                UpdateFunctionConfigurationRequest request) {
            if (refusal != null) {
                throw InvalidParameterValueException.builder()
                        .message(refusal)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("InvalidParameterValueException")
                                .errorMessage(refusal)
                                .build())
                        .build();
            }
            if (conflicts > 0) {
                conflicts--;
                throw ResourceConflictException.builder()
                        .awsErrorDetails(details("ResourceConflictException"))
                        .build();
            }
            setMemory(request.memorySize());
            runNext(afterUpdate);
            return UpdateFunctionConfigurationResponse.builder().build();
        }

        @Override
        public PublishVersionResponse publishVersion(PublishVersionRequest request) {
            runNext(beforePublish);
            if (request.revisionId() != null && !request.revisionId().equals("r" + revision)) {
                throw PreconditionFailedException.builder()
                        .statusCode(412)
                        .awsErrorDetails(details("PreconditionFailedException"))
                        .build();
            }
            String version = Integer.toString(published.size() + 1);
            publish(version, memoryMb, "new-code");
            return PublishVersionResponse.builder()
                    .version(version)
                    .memorySize(memoryMb)
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
