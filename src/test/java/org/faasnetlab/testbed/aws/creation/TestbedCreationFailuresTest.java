package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.faasnetlab.testing.aws.creation.ScriptedCreation.NOON;

import java.util.List;
import java.util.TreeSet;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.creation.CreationException.Reason;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.creation.ScriptedCreation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that no emulator supports: failing servers, throttling, network outages. */
class TestbedCreationFailuresTest {
    @RegisterExtension
    private final ScriptedCreation lab = new ScriptedCreation();

    @Test
    void failedServerReportsReason() {
        lab.sleeper.duringSleeps(() -> {
            serverFails();
            lab.aws.stack("ROLLBACK_IN_PROGRESS");
        });

        CreationException failure = lab.failure(CreationException.class);

        assertThat(failure.reason()).isEqualTo(Reason.NOT_CREATED);
        assertThat(failure)
                .hasMessage("Server 10.83.0.5 reports: The server could not install iperf3: Curl error (28).");
        assertThat(failure.nextStep()).isEqualTo("Delete the testbed and create it again.");
        assertThat(lab.events.steps).containsExactly("SERVERS RUNNING", "SERVERS FAILED");
        assertThat(lab.events.resources)
                .filteredOn(resource -> resource.state() == ResourceProgress.State.FAILED)
                .extracting(ResourceProgress::name)
                .containsExactly("ServersReady", "Server2Instance", "Bucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED"})
    void resumingFailedCreationReportsReasonAgain(String status) {
        lab.stackExists(status);
        serverFails();

        CreationException failure = lab.failure(CreationException.class);

        assertThat(failure.getMessage()).startsWith("Server 10.83.0.5 reports: ");
        assertThat(lab.endpoint.actions()).doesNotContain("CreateStack", "UpdateStack");
    }

    @Test
    void failedFunctionsAreRetriedByNextCreation() throws Exception {
        lab.stackExists("CREATE_COMPLETE");
        lab.sleeper.duringSleeps(() -> {
            lab.aws.event("InsideFunction", "CREATE_FAILED", "Resource handler returned message: &quot;no luck&quot;");
            lab.aws.event("FunctionRole", "CREATE_FAILED", "Resource creation cancelled");
            lab.aws.stack("UPDATE_ROLLBACK_COMPLETE");
        });

        CreationException failure = lab.failure(CreationException.class);

        assertThat(failure.reason()).isEqualTo(Reason.FUNCTIONS_NOT_CREATED);
        assertThat(failure)
                .hasMessage("AWS could not create InsideFunction: Resource handler returned message: \"no luck\".");
        lab.sleeper.duringSleeps(lab::functionsCreated);
        assertThat(lab.resume().streaming()).isTrue();
    }

    @Test
    void throttledRequestIsRetriedWithBackoff() throws Exception {
        lab.stackExists("CREATE_COMPLETE");
        lab.refuseTimes("UpdateStack", 3, 400, "Throttling", "Rate exceeded");
        lab.sleeper.duringSleeps(lab::functionsCreated);

        lab.resume();

        assertThat(lab.events.delays)
                .hasSize(3)
                .allSatisfy(delay -> assertThat(delay.reason()).isEqualTo(AwsAccessException.Reason.THROTTLED));
        assertThat(lab.sleeper.sleeps().subList(0, 3)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void creationResumesAfterNetworkOutage() throws Exception {
        lab.stackExists("CREATE_IN_PROGRESS");
        lab.aws.bucketIsThere();
        lab.sleeper.duringSleeps(() -> {
            int pause = lab.sleeper.sleeps().size();
            lab.endpoint.services(pause < 4 ? request -> null : lab.aws);
            if (pause >= 4) {
                lab.nextStatus();
            }
        });

        lab.resume();

        assertThat(lab.events.delays).hasSize(3);
    }

    @Test
    void longNetworkOutageFailsCreationAndKeepsTestbed() {
        lab.stackExists("CREATE_IN_PROGRESS");
        lab.sleeper.duringSleeps(() -> lab.endpoint.services(request -> null));

        assertThat(lab.failure(AwsAccessException.class).nextStep()).endsWith(".");
        assertThat(lab.events.delays.size()).isBetween(5, 30);
        assertThat(lab.sleeper.instant())
                .isBefore(NOON.plus(CreationCalls.RETRY_TIMEOUT).plusSeconds(60));
        assertThat(lab.deleted).isEmpty();
    }

    @Test
    void missingNetworkAtStartIsNotRetried() {
        lab.endpoint.services(request -> null);

        lab.failure(AwsAccessException.class);

        assertThat(lab.sleeper.sleeps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeStacks, cloudformation:DescribeStacks",
        "CreateStack, cloudformation:CreateStack",
        "DescribeStackEvents, cloudformation:DescribeStackEvents",
        "DescribeStackResources, cloudformation:DescribeStackResources",
        "UpdateStack, cloudformation:UpdateStack"
    })
    void deniedRequestNamesActionAndIsNotRetried(String action, String permission) {
        lab.aws.bucketIsThere();
        lab.sleeper.duringSleeps(lab::nextStatus);
        lab.refuseTimes(
                action, 100, 403, "AccessDenied", "User: ada is not authorized to perform: " + permission + " on x");

        AwsAccessException failure = lab.failure(AwsAccessException.class);

        assertThat(failure).hasMessageContaining(permission);
        assertThat(lab.endpoint.actions()).containsOnlyOnce(action);
    }

    @ParameterizedTest
    @CsvSource({
        "AmazonSSM.GetParameter, ssm:GetParameter",
        "PUT .*\\.zip, s3:PutObject",
        "GET /bucket-1, s3:ListBucket",
        "GET .*/functions/inside, lambda:GetFunction",
        "GET .*/functions/inside/configuration, lambda:GetFunctionConfiguration",
        "GET .*/functions/inside/versions, lambda:ListVersionsByFunction",
        "PUT .*/functions/inside/configuration, lambda:UpdateFunctionConfiguration",
        "POST .*/functions/inside/versions, lambda:PublishVersion",
        "POST .*/response-streaming-invocations, lambda:InvokeFunction"
    })
    void deniedRequestOutsideCloudFormationNamesAction(String action, String permission) {
        lab.aws.bucketIsThere();
        lab.sleeper.duringSleeps(lab::nextStatus);
        lab.endpoint.services(request -> request.action().matches(action)
                ? AwsEndpointStub.Answer.refusal(
                        request,
                        403,
                        request.service().equals("s3") ? "AccessDenied" : "AccessDeniedException",
                        "User: ada is not authorized to perform: " + permission + " on x")
                : lab.aws.answer(request));

        AwsAccessException failure = catchThrowableOfType(
                AwsAccessException.class,
                () -> lab.creation(lab.sleeper)
                        .create(
                                ScriptedCreation.SETTINGS,
                                new TreeSet<>(List.of(512, 1024)),
                                lab.events,
                                lab.cancellation));

        assertThat(failure.reason()).isEqualTo(AwsAccessException.Reason.DENIED);
        assertThat(failure).hasMessageContaining(permission);
    }

    private void serverFails() {
        lab.aws.event(
                "ServersReady",
                "CREATE_FAILED",
                "WaitCondition received failed message: 'The server could not install iperf3: Curl error (28)' for"
                        + " uniqueId: 10.83.0.5");
        lab.aws.event("Server2Instance", "CREATE_FAILED", "Resource creation cancelled");
        lab.aws.event("Bucket", "DELETE_FAILED", "The bucket is not empty");
    }
}
