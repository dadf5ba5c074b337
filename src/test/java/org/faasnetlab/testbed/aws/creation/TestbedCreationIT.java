package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedCatalogue;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedState;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.ExpiringSignIn;
import org.faasnetlab.testing.aws.FakeSleeper;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.MotoServices;
import org.faasnetlab.testing.aws.creation.RecordingCreationListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Creations against moto, which keeps resources as AWS would; {@link MotoServices} lists its limits. */
class TestbedCreationIT {

    private static final SortedSet<Integer> SIZES = new TreeSet<>(List.of(512, 1769));

    private static MotoServer moto;

    @TempDir
    private static Path folder;

    private AwsEndpointStub endpoint;
    private LambdaInvoker invoker;
    private final RecordingCreationListener events = new RecordingCreationListener();

    @BeforeAll
    static void startMoto() throws Exception {
        moto = MotoServer.start();
        Files.write(
                folder.resolve("function.zip"),
                new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        moto.reset();
        endpoint = new AwsEndpointStub(new MotoServices(moto.uri()));
        invoker = new SdkLambdaInvoker(endpoint.lambda(), ResponseMode.STREAMED, 1);
    }

    @AfterEach
    void stop() {
        invoker.close();
        endpoint.close();
    }

    @Test
    void createsTestbedUntilFunctionsRespond() throws Exception {
        AwsTestbedSettings settings = settings("whole", 2, 1);

        ReadyTestbed testbed = creation().create(settings, SIZES, events, new Cancellation());

        assertThat(testbed.streaming()).isTrue();
        assertThat(testbed.functions())
                .hasSize(4)
                .allSatisfy(function -> assertThat(function.ready().sandboxId()).isEqualTo("sandbox-1"));
        assertThat(testbed.description().settings()).isEqualTo(settings);
        assertThat(testbed.description().servers()).hasSize(2);
        assertThat(testbed.description().outsideServers()).hasSize(1);
        assertThat(testbed.description().outsideFunction()).startsWith(settings.stackName());
        assertThat(events.steps)
                .containsSubsequence("SERVERS RUNNING", "SERVERS DONE", "CODE DONE", "FUNCTIONS DONE")
                .endsWith("MEMORY_SIZES RUNNING", "MEMORY_SIZES DONE", "PROBE RUNNING", "PROBE DONE");
        assertThat(events.resources).isNotEmpty();
        assertThat(new TestbedCatalogue(endpoint.account()).list())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.name()).isEqualTo("whole");
                    assertThat(found.state()).isEqualTo(TestbedState.READY);
                    assertThat(found.settings()).contains(settings);
                    assertThat(found.leaseEnd()).contains(found.createdAt().plus(settings.lease()));
                    assertThat(found.description()).contains(testbed.description());
                });
    }

    @Test
    void catalogueListsOnlyTestbedsIncludingIncompleteOnes() throws Exception {
        AwsTestbedSettings settings = settings("half", 1, 0);
        endpoint.services(dyingAt("UpdateStack"));
        assertThat(catchThrowable(() -> creation().create(settings, SIZES, events, new Cancellation())))
                .isInstanceOf(AwsAccessException.class);
        endpoint.services(new MotoServices(moto.uri()));
        try (CloudFormationClient cloudFormation = moto.client(CloudFormationClient.builder())) {
            cloudFormation.createStack(request -> request.stackName("faasnetlab-foreign")
                    .templateBody("{\"Resources\":{\"Q\":{\"Type\":\"AWS::SQS::Queue\"}}}"));
        }

        List<TestbedStack> found = new TestbedCatalogue(endpoint.account()).list();

        assertThat(found).singleElement().satisfies(half -> {
            assertThat(half.name()).isEqualTo("half");
            assertThat(half.state()).isEqualTo(TestbedState.FUNCTIONS_MISSING);
            assertThat(half.description()).isEmpty();
        });
    }

    /** With the log level that users may set for a bug report. */
    @Test
    void onlyTheStackHasThePasswordOfPublicServers() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger program = (Logger) LoggerFactory.getLogger("org.faasnetlab");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        program.setLevel(Level.TRACE);
        AwsTestbedSettings settings = settings("secret", 1, 1);
        List<Object> told = new ArrayList<>();
        try {
            endpoint.services(ExpiringSignIn.atChange(moto.uri(), 2, true));
            told.add(catchThrowable(() -> creation().create(settings, SIZES, events, new Cancellation())));
            endpoint.services(new MotoServices(moto.uri()));
            told.add(creation().resume("secret", SIZES, events, new Cancellation()));
            told.addAll(new TestbedCatalogue(endpoint.account()).list());
        } finally {
            root.detachAppender(log);
            program.setLevel(Level.DEBUG);
        }
        told.addAll(events.resources);
        told.addAll(log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        StringWriter causes = new StringWriter();
        ((Throwable) told.get(0)).printStackTrace(new PrintWriter(causes));
        told.add(causes);

        String password = password();

        assertThat(password).hasSize(40);
        assertThat(log.list).isNotEmpty();
        assertThat(told).allSatisfy(each -> assertThat(each.toString()).doesNotContain(password));
    }

    private String password() {
        Map<String, String> form = endpoint.requests().stream()
                .filter(request -> request.action().equals("CreateStack"))
                .findFirst()
                .orElseThrow()
                .form();
        String key = form.entrySet().stream()
                .filter(each -> each.getValue().equals("OutsidePassword"))
                .findFirst()
                .orElseThrow()
                .getKey();
        return form.get(key.replace("ParameterKey", "ParameterValue"));
    }

    /**
     * Expires the credentials at each changing request, after AWS has executed it, and at every second one also before
     * that: the next creation finds what the earlier requests have left.
     */
    @Test
    void creationInterruptedAtAnyChangeResumesWithoutDuplicates() throws Exception {
        AwsTestbedSettings settings = settings("killed", 1, 0);
        SortedSet<Integer> sizes = new TreeSet<>(List.of(512));
        creation().create(settings, sizes, events, new Cancellation());
        List<String> changes = endpoint.requests().stream()
                .filter(ExpiringSignIn::changesSomething)
                .map(AwsEndpointStub.Request::action)
                .toList();
        assertThat(changes).hasSize(6).startsWith("CreateStack").contains("UpdateStack");

        for (int change = 0; change < changes.size(); change++) {
            for (boolean done : change % 2 == 0 ? new boolean[] {false, true} : new boolean[] {true}) {
                moto.reset();
                endpoint.services(ExpiringSignIn.atChange(moto.uri(), change, done));
                assertThat(catchThrowable(() -> creation()
                                .create(settings, sizes, new RecordingCreationListener(), new Cancellation())))
                        .as("death at %s", changes.get(change))
                        .isInstanceOfSatisfying(
                                AwsAccessException.class,
                                death -> assertThat(death.reason())
                                        .isEqualTo(AwsAccessException.Reason.SIGN_IN_EXPIRED));
                endpoint.services(new MotoServices(moto.uri()));

                ReadyTestbed testbed = resumeOrCreate(settings, sizes);

                assertThat(testbed.functions()).hasSize(1);
                assertNothingIsDoubled(testbed);
            }
        }
    }

    private ReadyTestbed resumeOrCreate(AwsTestbedSettings settings, SortedSet<Integer> sizes) throws Exception {
        boolean begun =
                new TestbedCatalogue(endpoint.account()).find(settings.name()).isPresent();
        return begun
                ? creation().resume(settings.name(), sizes, new RecordingCreationListener(), new Cancellation())
                : creation().create(settings, sizes, new RecordingCreationListener(), new Cancellation());
    }

    private void assertNothingIsDoubled(ReadyTestbed testbed) throws Exception {
        assertThat(new TestbedCatalogue(endpoint.account()).list()).hasSize(1);
        try (Ec2Client ec2 = moto.client(Ec2Client.builder());
                S3Client s3 = moto.client(S3Client.builder().forcePathStyle(true));
                LambdaClient lambda = moto.client(LambdaClient.builder())) {
            assertThat(ec2.describeInstances().reservations().stream()
                            .flatMap(each -> each.instances().stream())
                            .map(Instance::privateIpAddress))
                    .containsExactlyElementsOf(testbed.description().servers());
            String bucket = testbed.description().bucket();
            assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly(bucket);
            assertThat(s3.listObjectsV2(request -> request.bucket(bucket)).contents())
                    .extracting(S3Object::key)
                    .singleElement()
                    .satisfies(key -> assertThat(key).matches("function-[0-9a-f]{16}\\.zip"));
            assertThat(lambda.listFunctions().functions()).hasSize(1);
            assertThat(lambda.listVersionsByFunction(request ->
                                    request.functionName(testbed.description().insideFunction()))
                            .versions())
                    .filteredOn(version -> !version.version().equals("$LATEST"))
                    .extracting(FunctionConfiguration::memorySize)
                    .containsExactly(512);
        }
    }

    private AwsEndpointStub.Services dyingAt(String action) {
        MotoServices services = new MotoServices(moto.uri());
        return request -> request.action().equals(action) ? ExpiringSignIn.refusal(request) : services.answer(request);
    }

    private TestbedCreation creation() {
        FakeSleeper sleeper = new FakeSleeper(Instant.now());
        return new TestbedCreation(
                endpoint.account(),
                folder.resolve("function.zip"),
                new FunctionProbe(invoker, invoker, endpoint.account().failures(), Clock.systemUTC()),
                (name, listener) -> {
                    throw new AssertionError("nothing is to be rolled back");
                },
                new SecureRandom(),
                sleeper,
                sleeper::cancellableBy);
    }

    private static AwsTestbedSettings settings(String name, int servers, int outside) {
        return AwsTestbedSettings.defaults(name, "eu-central-1a").toBuilder()
                .servers(servers)
                .outsideServers(outside)
                .portsPerServer(10)
                .serverType("c6in.large")
                .lease(Duration.ofHours(1))
                .build();
    }
}
