package org.faasnetlab.testbed.aws.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.StreamingLambdaInvoker;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.BadTestbedSettingException;
import org.faasnetlab.testbed.aws.StackParameters;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.setup.SetupException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Set-ups that meet what no emulator plays: servers that fail, a service that is busy, a network that goes. */
class TestbedSetupTest {

    private static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");
    private static final SortedSet<Integer> SIZES = new TreeSet<>(List.of(512));
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:30Z");

    @TempDir
    private Path folder;

    private final ScriptedAws aws = new ScriptedAws();
    private final TestTime time = new TestTime(NOON);
    private final HeardSetup heard = new HeardSetup();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> tornDown = new ArrayList<>();
    private AwsFront front;
    private LambdaInvoker invoker;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("function.zip"), "code");
        front = new AwsFront(aws);
        invoker = new StreamingLambdaInvoker(front.lambda(), 1);
    }

    @AfterEach
    void stop() {
        invoker.close();
        front.close();
    }

    @Test
    void theCodeIsInTheBucketBeforeTheServersAreReady() throws Exception {
        List<Boolean> codeBeforeServers = new ArrayList<>();
        time.duringPauses(() -> {
            switch (time.pauses().size()) {
                case 1 -> aws.bucketIsThere();
                case 2 -> {
                    codeBeforeServers.add(aws.hasCode());
                    aws.stack("CREATE_COMPLETE");
                }
                default -> functionsMade();
            }
        });

        ReadyTestbed testbed = setup().setUp(SETTINGS, SIZES, heard, cancellation);

        assertThat(codeBeforeServers).containsExactly(true);
        assertThat(testbed.description().serverFacts()).containsEntry("10.83.0.5", "iperf 3.12");
        assertThat(testbed.functions()).hasSize(1);
        assertThat(front.actions()).containsOnlyOnce("CreateStack").containsOnlyOnce("UpdateStack");
        assertThat(heard.steps)
                .containsExactly(
                        "SERVERS UNDER_WAY",
                        "CODE UNDER_WAY",
                        "CODE DONE",
                        "SERVERS DONE",
                        "FUNCTIONS UNDER_WAY",
                        "FUNCTIONS DONE",
                        "MEMORY_SIZES UNDER_WAY",
                        "MEMORY_SIZES DONE",
                        "PROBE UNDER_WAY",
                        "PROBE DONE");
    }

    @Test
    void theStackIsMadeTaggedTakenBackByItselfAndUpdatedWithItsOwnTemplate() throws Exception {
        time.duringPauses(this::nextStatus);
        aws.bucketIsThere();

        setup().setUp(SETTINGS, SIZES, heard, cancellation);

        assertThat(form("CreateStack"))
                .containsEntry("OnFailure", "ROLLBACK")
                .containsEntry("Tags.member.1.Key", AwsTestbedSettings.TAG)
                .containsEntry("Tags.member.1.Value", "faasnetlab-lab")
                .containsEntry("Capabilities.member.1", "CAPABILITY_IAM");
        assertThat(form("UpdateStack"))
                .containsEntry("UsePreviousTemplate", "true")
                .containsEntry("StackName", ScriptedAws.STACK_ID)
                .doesNotContainKey("TemplateBody");
    }

    @Test
    void everyEventIsToldOnceInItsOrderOverAllPages() throws Exception {
        time.duringPauses(() -> {
            aws.event("Vpc", "CREATE_IN_PROGRESS", "");
            aws.event("Bucket", "CREATE_IN_PROGRESS", "");
            aws.event("Vpc", "CREATE_COMPLETE", "");
            nextStatus();
        });
        aws.bucketIsThere();

        setup().setUp(SETTINGS, SIZES, heard, cancellation);

        assertThat(heard.resources).extracting(ResourceProgress::at).isSorted().doesNotHaveDuplicates();
        assertThat(heard.resources)
                .extracting(resource -> resource.name() + " " + resource.state())
                .startsWith("faasnetlab-lab UNDER_WAY", "Vpc UNDER_WAY", "Bucket UNDER_WAY", "Vpc READY");
    }

    @Test
    void aServerThatCouldNotStartSaysWhy() {
        time.duringPauses(() -> {
            serverFails();
            aws.stack("ROLLBACK_IN_PROGRESS");
        });

        SetupException failure = failure(SetupException.class);

        assertThat(failure.reason()).isEqualTo(Reason.NOT_CREATED);
        assertThat(failure)
                .hasMessage("Server 10.83.0.5 reports: The server could not install iperf3: Curl error (28).");
        assertThat(failure.nextStep()).isEqualTo("Tear the testbed down, then set it up again.");
        assertThat(heard.steps).containsExactly("SERVERS UNDER_WAY", "SERVERS FAILED");
        assertThat(heard.resources)
                .filteredOn(resource -> resource.state() == ResourceProgress.State.FAILED)
                .extracting(ResourceProgress::name)
                .containsExactly("ServersReady", "Server2Instance", "Bucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED"})
    void continuingWithWhatCouldNotBeMadeSaysWhyAgain(String status) {
        existing(status);
        serverFails();

        SetupException failure = failure(SetupException.class);

        assertThat(failure.getMessage()).startsWith("Server 10.83.0.5 reports: ");
        assertThat(front.actions()).doesNotContain("CreateStack", "UpdateStack");
    }

    @Test
    void functionsThatCouldNotBeMadeAreTriedAgainByTheNextSetUp() throws Exception {
        existing("CREATE_COMPLETE");
        time.duringPauses(() -> {
            aws.event("InsideFunction", "CREATE_FAILED", "Resource handler returned message: &quot;no luck&quot;");
            aws.event("FunctionRole", "CREATE_FAILED", "Resource creation cancelled");
            aws.stack("UPDATE_ROLLBACK_COMPLETE");
        });

        SetupException failure = failure(SetupException.class);

        assertThat(failure.reason()).isEqualTo(Reason.FUNCTIONS_NOT_CREATED);
        assertThat(failure)
                .hasMessage("AWS could not make InsideFunction: Resource handler returned message: \"no luck\".");
        time.duringPauses(this::functionsMade);
        assertThat(setup().goOn("lab", SIZES, heard, cancellation).streaming()).isTrue();
    }

    @Test
    void functionsWithTheCodeOfAnotherVersionGetThisOnes() throws Exception {
        existing("UPDATE_COMPLETE");
        aws.parameter("WithFunctions", "true");
        aws.parameter("FunctionCodeKey", "function-0123456789abcdef.zip");
        time.duringPauses(this::functionsMade);

        setup().goOn("lab", SIZES, heard, cancellation);

        assertThat(aws.hasCode()).isTrue();
        assertThat(front.actions()).containsOnlyOnce("UpdateStack");
    }

    @Test
    void aBusyServiceIsAskedAgainLaterAndLater() throws Exception {
        existing("CREATE_COMPLETE");
        refuseOften("UpdateStack", 3, 400, "Throttling", "Rate exceeded");
        time.duringPauses(this::functionsMade);

        setup().goOn("lab", SIZES, heard, cancellation);

        assertThat(heard.delays)
                .hasSize(3)
                .allSatisfy(delay -> assertThat(delay.reason()).isEqualTo(AwsAccessException.Reason.THROTTLED));
        assertThat(time.pauses().subList(0, 3)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aNetworkThatComesBackIsWaitedFor() throws Exception {
        existing("CREATE_IN_PROGRESS");
        aws.bucketIsThere();
        time.duringPauses(() -> {
            int pause = time.pauses().size();
            front.services(pause < 4 ? request -> null : aws);
            if (pause >= 4) {
                nextStatus();
            }
        });

        setup().goOn("lab", SIZES, heard, cancellation);

        assertThat(heard.delays).hasSize(3);
    }

    @Test
    void aNetworkThatStaysAwayEndsTheSetUpAndLeavesTheTestbed() {
        existing("CREATE_IN_PROGRESS");
        time.duringPauses(() -> front.services(request -> null));

        assertThat(failure(AwsAccessException.class).nextStep()).endsWith(".");
        assertThat(heard.delays.size()).isBetween(5, 30);
        assertThat(time.instant()).isBefore(NOON.plus(AwsCalls.PATIENCE).plusSeconds(60));
        assertThat(tornDown).isEmpty();
    }

    @Test
    void withoutNetworkFromTheStartNothingIsWaitedFor() {
        front.services(request -> null);

        failure(AwsAccessException.class);

        assertThat(time.pauses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeStacks, cloudformation:DescribeStacks",
        "CreateStack, cloudformation:CreateStack",
        "DescribeStackEvents, cloudformation:DescribeStackEvents",
        "DescribeStackResources, cloudformation:DescribeStackResources",
        "UpdateStack, cloudformation:UpdateStack"
    })
    void aDeniedRequestNamesTheActionAndIsNotRepeated(String action, String permission) {
        aws.bucketIsThere();
        time.duringPauses(this::nextStatus);
        refuseOften(
                action, 100, 403, "AccessDenied", "User: ada is not authorized to perform: " + permission + " on x");

        AwsAccessException failure = failure(AwsAccessException.class);

        assertThat(failure).hasMessageContaining(permission);
        assertThat(front.actions()).containsOnlyOnce(action);
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
    void whatIsDeniedOutsideCloudFormationIsNamedToo(String action, String permission) {
        aws.bucketIsThere();
        time.duringPauses(this::nextStatus);
        front.services(request -> request.action().matches(action)
                ? AwsFront.Answer.refusal(
                        request,
                        403,
                        request.service().equals("s3") ? "AccessDenied" : "AccessDeniedException",
                        "User: ada is not authorized to perform: " + permission + " on x")
                : aws.answer(request));

        AwsAccessException failure = catchThrowableOfType(
                AwsAccessException.class,
                () -> setup().setUp(SETTINGS, new TreeSet<>(List.of(512, 1024)), heard, cancellation));

        assertThat(failure.reason()).isEqualTo(AwsAccessException.Reason.DENIED);
        assertThat(failure).hasMessageContaining(permission);
    }

    @Test
    void cancellingTakesAwayWhatWasMade() {
        time.duringPauses(cancellation::cancel);

        SetupException failure = failure(SetupException.class);

        assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(tornDown).containsExactly("lab");
        assertThat(heard.steps).endsWith("SERVERS FAILED");
    }

    @Test
    void cancellingBeforeAnythingIsKnownTakesNothingAway() {
        existing("CREATE_COMPLETE");
        cancellation.cancel();

        assertThat(failure(SetupException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(front.requests()).isEmpty();
        assertThat(tornDown).isEmpty();
    }

    @Test
    void cancellingWhatAnotherComputerBeganTakesItAway() {
        existing("CREATE_IN_PROGRESS");
        time.duringPauses(cancellation::cancel);

        assertThat(failure(SetupException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(tornDown).containsExactly("lab");
    }

    @Test
    void cancellingWorkOnATestbedThatWasReadyLeavesIt() {
        existing("UPDATE_COMPLETE");
        aws.parameter("WithFunctions", "true");
        time.duringPauses(cancellation::cancel);

        assertThat(failure(SetupException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(front.actions()).contains("UpdateStack");
        assertThat(tornDown).isEmpty();
    }

    @Test
    void anInterruptLeavesTheTestbedAsItIs() {
        time.duringPauses(() -> Thread.currentThread().interrupt());

        assertThat(catchThrowable(() -> setup().setUp(SETTINGS, SIZES, heard, cancellation)))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(tornDown).isEmpty();
    }

    @Test
    void aTestbedWithOtherSettingsIsLeftAlone() {
        existing("CREATE_COMPLETE");
        aws.parameter("ServerCount", "2");

        assertThat(failure(SetupException.class).reason()).isEqualTo(Reason.OTHER_SETTINGS);
        assertThat(front.actions()).doesNotContain("UpdateStack");
    }

    @Test
    void aStackThatIsNoTestbedIsLeftAlone() {
        existing("CREATE_COMPLETE");
        aws.withoutTag();

        assertThat(failure(SetupException.class).reason()).isEqualTo(Reason.NOT_A_TESTBED);
        assertThat(front.actions()).containsExactly("DescribeStacks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE_IN_PROGRESS", "DELETE_FAILED"})
    void aTestbedThatIsBeingTakenAwayIsNotContinued(String status) {
        existing(status);

        assertThat(failure(SetupException.class).reason()).isEqualTo(Reason.BEING_DELETED);
    }

    @Test
    void aTestbedThatSomebodyTookAwayMeanwhileIsNotMadeAnew() {
        existing("CREATE_IN_PROGRESS");
        time.duringPauses(() -> aws.stack(""));

        assertThat(failure(SetupException.class).reason()).isEqualTo(Reason.BEING_DELETED);
        assertThat(front.actions()).doesNotContain("CreateStack");
    }

    @Test
    void withoutServersThereIsNothingToContinue() {
        existing("CREATE_COMPLETE");
        aws.parameter("LeaseMinutes", "15");
        TestTime later = new TestTime(NOON.plusSeconds(16 * 60));

        SetupException failure =
                catchThrowableOfType(SetupException.class, () -> setup(later).goOn("lab", SIZES, heard, cancellation));

        assertThat(failure.reason()).isEqualTo(Reason.LEASE_OVER);
        assertThat(front.actions()).doesNotContain("UpdateStack");
    }

    @Test
    void whatIsNotThereCannotBeContinued() {
        SetupException failure =
                catchThrowableOfType(SetupException.class, () -> setup().goOn("lab", SIZES, heard, cancellation));

        assertThat(failure.reason()).isEqualTo(Reason.NO_TESTBED);
        assertThat(failure).hasMessage("There is no testbed 'lab' in eu-central-1.");
    }

    @Test
    void settingsThatAwsWouldRefuseAreRefusedBeforeItIsAsked() {
        BadTestbedSettingException failure = catchThrowableOfType(
                BadTestbedSettingException.class,
                () -> setup().setUp(
                                AwsTestbedSettings.defaults("No Name", "eu-central-1a"), SIZES, heard, cancellation));

        assertThat(failure.setting()).isEqualTo("name");
        assertThat(front.requests()).isEmpty();
    }

    private void serverFails() {
        aws.event(
                "ServersReady",
                "CREATE_FAILED",
                "WaitCondition received failed message: 'The server could not install iperf3: Curl error (28)' for"
                        + " uniqueId: 10.83.0.5");
        aws.event("Server2Instance", "CREATE_FAILED", "Resource creation cancelled");
        aws.event("Bucket", "DELETE_FAILED", "The bucket is not empty");
    }

    private void existing(String status) {
        StackParameters.toCreate(SETTINGS, "ami-0123456789abcdef0", null)
                .forEach(each -> aws.parameter(each.parameterKey(), each.parameterValue()));
        aws.bucketIsThere();
        aws.stack(status);
    }

    private void functionsMade() {
        aws.parameter("WithFunctions", "true");
        aws.parameter("FunctionCodeKey", codeKey());
        aws.stack("UPDATE_COMPLETE");
    }

    private void nextStatus() {
        if (front.actions().contains("UpdateStack")) {
            functionsMade();
        } else {
            aws.stack("CREATE_COMPLETE");
        }
    }

    private String codeKey() {
        return front.requests().stream()
                .filter(request -> request.service().equals("s3"))
                .filter(request -> request.method().equals("PUT"))
                .map(request -> request.uri().getPath().replaceFirst("/bucket-1/", ""))
                .findFirst()
                .orElse("none");
    }

    private void refuseOften(String action, int times, int status, String code, String message) {
        int[] left = {times};
        front.services(request -> request.action().equals(action) && left[0]-- > 0
                ? AwsFront.Answer.refusal(request, status, code, message)
                : aws.answer(request));
    }

    private Map<String, String> form(String action) {
        return front.requests().stream()
                .filter(request -> request.action().equals(action))
                .findFirst()
                .orElseThrow()
                .form();
    }

    private <E extends LabException> E failure(Class<E> type) {
        return catchThrowableOfType(type, () -> setup().setUp(SETTINGS, SIZES, heard, cancellation));
    }

    private TestbedSetup setup() {
        return setup(time);
    }

    private TestbedSetup setup(TestTime when) {
        return new TestbedSetup(
                front.account(),
                folder.resolve("function.zip"),
                new FunctionProbe(invoker, invoker, front.account().failures(), when),
                tornDown::add,
                new SecureRandom(),
                when,
                when::endedBy);
    }
}
