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
import org.faasnetlab.invoke.StreamingLambdaInvoker;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
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
import org.faasnetlab.workload.Architecture;
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

/** Set-ups against moto, which keeps what was made as AWS would; {@link MotoServices} says where it falls short. */
class TestbedCreationIT {

    private static final SortedSet<Integer> SIZES = new TreeSet<>(List.of(512, 1769));

    private static MotoServer moto;

    @TempDir
    private static Path folder;

    private AwsEndpointStub front;
    private LambdaInvoker invoker;
    private final RecordingCreationListener heard = new RecordingCreationListener();

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
        front = new AwsEndpointStub(new MotoServices(moto.uri()));
        invoker = new StreamingLambdaInvoker(front.lambda(), 1);
    }

    @AfterEach
    void stop() {
        invoker.close();
        front.close();
    }

    @Test
    void fromNothingToFunctionsThatAnswer() throws Exception {
        AwsTestbedSettings settings = settings("whole", 2, 1);

        ReadyTestbed testbed = setup().setUp(settings, SIZES, heard, new Cancellation());

        assertThat(testbed.streaming()).isTrue();
        assertThat(testbed.functions())
                .hasSize(4)
                .allSatisfy(function -> assertThat(function.ready().sandboxId()).isEqualTo("sandbox-1"));
        assertThat(testbed.description().settings()).isEqualTo(settings);
        assertThat(testbed.description().servers()).hasSize(2);
        assertThat(testbed.description().outsideServers()).hasSize(1);
        assertThat(testbed.description().outsideFunction()).startsWith(settings.stackName());
        assertThat(heard.steps)
                .containsSubsequence("SERVERS UNDER_WAY", "SERVERS DONE", "CODE DONE", "FUNCTIONS DONE")
                .endsWith("MEMORY_SIZES UNDER_WAY", "MEMORY_SIZES DONE", "PROBE UNDER_WAY", "PROBE DONE");
        assertThat(heard.resources).isNotEmpty();
        assertThat(new TestbedCatalogue(front.account()).list()).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("whole");
            assertThat(found.state()).isEqualTo(TestbedState.READY);
            assertThat(found.settings()).contains(settings);
            assertThat(found.leaseEnd()).contains(found.createdAt().plus(settings.lease()));
            assertThat(found.description()).contains(testbed.description());
        });
    }

    @Test
    void theCatalogueShowsTestbedsAloneAndThoseMadeHalf() throws Exception {
        AwsTestbedSettings settings = settings("half", 1, 0);
        front.services(dyingAt("UpdateStack"));
        assertThat(catchThrowable(() -> setup().setUp(settings, SIZES, heard, new Cancellation())))
                .isInstanceOf(AwsAccessException.class);
        front.services(new MotoServices(moto.uri()));
        try (CloudFormationClient cloudFormation = moto.client(CloudFormationClient.builder())) {
            cloudFormation.createStack(request -> request.stackName("faasnetlab-foreign")
                    .templateBody("{\"Resources\":{\"Q\":{\"Type\":\"AWS::SQS::Queue\"}}}"));
        }

        List<TestbedStack> found = new TestbedCatalogue(front.account()).list();

        assertThat(found).singleElement().satisfies(half -> {
            assertThat(half.name()).isEqualTo("half");
            assertThat(half.state()).isEqualTo(TestbedState.FUNCTIONS_MISSING);
            assertThat(half.description()).isEmpty();
        });
    }

    /** At the level at which the program may be asked to log for a report of a fault. */
    @Test
    void thePasswordOfPublicServersIsTheStacksAlone() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger program = (Logger) LoggerFactory.getLogger("org.faasnetlab");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        program.setLevel(Level.TRACE);
        AwsTestbedSettings settings = settings("secret", 1, 1);
        List<Object> told = new ArrayList<>();
        try {
            front.services(ExpiringSignIn.atChange(moto.uri(), 2, true));
            told.add(catchThrowable(() -> setup().setUp(settings, SIZES, heard, new Cancellation())));
            front.services(new MotoServices(moto.uri()));
            told.add(setup().goOn("secret", SIZES, heard, new Cancellation()));
            told.addAll(new TestbedCatalogue(front.account()).list());
        } finally {
            root.detachAppender(log);
            program.setLevel(Level.DEBUG);
        }
        told.addAll(heard.resources);
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
        Map<String, String> form = front.requests().stream()
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
     * Ends the set-up's credentials at each request that changes something, after AWS has done it, and at every second one
     * before that, too: there the next set-up finds what the request before has left.
     */
    @Test
    void aSetUpThatDiesAtAnyChangeGoesOnElsewhereWithNothingDoubled() throws Exception {
        AwsTestbedSettings settings = settings("killed", 1, 0);
        SortedSet<Integer> sizes = new TreeSet<>(List.of(512));
        setup().setUp(settings, sizes, heard, new Cancellation());
        List<String> changes = front.requests().stream()
                .filter(ExpiringSignIn::changesSomething)
                .map(AwsEndpointStub.Request::action)
                .toList();
        assertThat(changes).hasSize(6).startsWith("CreateStack").contains("UpdateStack");

        for (int change = 0; change < changes.size(); change++) {
            for (boolean done : change % 2 == 0 ? new boolean[] {false, true} : new boolean[] {true}) {
                moto.reset();
                front.services(ExpiringSignIn.atChange(moto.uri(), change, done));
                assertThat(catchThrowable(() ->
                                setup().setUp(settings, sizes, new RecordingCreationListener(), new Cancellation())))
                        .as("death at %s", changes.get(change))
                        .isInstanceOfSatisfying(
                                AwsAccessException.class,
                                death -> assertThat(death.reason())
                                        .isEqualTo(AwsAccessException.Reason.SIGN_IN_EXPIRED));
                front.services(new MotoServices(moto.uri()));

                ReadyTestbed testbed = goOnOrBegin(settings, sizes);

                assertThat(testbed.functions()).hasSize(1);
                assertNothingIsDoubled(testbed);
            }
        }
    }

    private ReadyTestbed goOnOrBegin(AwsTestbedSettings settings, SortedSet<Integer> sizes) throws Exception {
        boolean begun =
                new TestbedCatalogue(front.account()).find(settings.name()).isPresent();
        return begun
                ? setup().goOn(settings.name(), sizes, new RecordingCreationListener(), new Cancellation())
                : setup().setUp(settings, sizes, new RecordingCreationListener(), new Cancellation());
    }

    private void assertNothingIsDoubled(ReadyTestbed testbed) throws Exception {
        assertThat(new TestbedCatalogue(front.account()).list()).hasSize(1);
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

    private TestbedCreation setup() {
        FakeSleeper time = new FakeSleeper(Instant.now());
        return new TestbedCreation(
                front.account(),
                folder.resolve("function.zip"),
                new FunctionProbe(invoker, invoker, front.account().failures(), Clock.systemUTC()),
                name -> {
                    throw new AssertionError("nothing is to be taken away");
                },
                new SecureRandom(),
                time,
                time::endedBy);
    }

    private static AwsTestbedSettings settings(String name, int servers, int outside) {
        return new AwsTestbedSettings(
                name,
                servers,
                outside,
                10,
                "c6in.large",
                Architecture.X86_64,
                "eu-central-1a",
                AwsNetwork.NewVpc.DEFAULT,
                Duration.ofHours(1),
                "java21",
                1769);
    }
}
