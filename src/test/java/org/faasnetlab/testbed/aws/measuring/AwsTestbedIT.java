package org.faasnetlab.testbed.aws.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faasnetlab.export.ChartSelection;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.RunIdGenerator;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.lambda.LocalLambdaService;
import org.faasnetlab.testing.aws.Iperf3ZipBuilder;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.faasnetlab.testing.function.RealEchoServer;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.local.FunctionZip;
import org.faasnetlab.testing.process.ProcessTable;
import org.faasnetlab.testing.process.TestProcesses;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.latency.LatencyWorkload;
import org.faasnetlab.workload.s3.S3Workload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Complete runs on a testbed whose S3 and memory versions are moto's and whose invocations are those of the local
 * Lambda service, which runs the function's zip as Lambda does. iperf3 is real; functions have only the packed one.
 */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class AwsTestbedIT {
    private static final String SECRET = "the-secret-key-of-this-test";
    private static final String TOKEN = "the-session-token-of-this-test";
    private static final String CREDENTIALS = "aws.sharedCredentialsFile";
    private static final String BUCKET = "faasnetlab-measure-bucket";
    private static final String IPERF3_KEY = "iperf3-x86_64.zip";
    private static final String FUNCTION = "faasnetlab";
    private static final String STACK = """
            {"Resources": {
              "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {}}},
              "Function": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "faasnetlab", "Runtime": "python3.12", "Handler": "index.handler", "MemorySize": 128,
                "Code": {"ZipFile": "def handler(event, context): pass"},
                "Role": {"Fn::GetAtt": ["Role", "Arn"]}}}}}
            """;

    private static MotoServer moto;
    private static S3Client s3;
    private static LambdaClient lambda;

    /**
     * One for all runs: only the first starts with the estimate for functions in a VPC, which are slower than these.
     */
    private static final LeadEstimator LEADS = new LeadEstimator(Clock.systemUTC());

    @TempDir
    private Path folder;

    private final Clock clock = Clock.systemUTC();
    private final TestProcesses processes = new TestProcesses();
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<RealIperf3Server> servers = new ArrayList<>();
    private LocalLambdaService service;
    private RealEchoServer echo;
    private DuckDbRunStore store;
    private AwsTestbed testbed;

    @BeforeAll
    static void makeTheAccount(@TempDir Path packed) throws Exception {
        moto = MotoServer.start();
        s3 = moto.client(S3Client.builder().forcePathStyle(true));
        lambda = moto.client(LambdaClient.builder());
        try (CloudFormationClient cloudFormation = moto.client(CloudFormationClient.builder())) {
            cloudFormation.createStack(request -> request.stackName("faasnetlab-measure")
                    .templateBody(STACK)
                    .capabilities(Capability.CAPABILITY_IAM));
        }
        s3.createBucket(request ->
                request.bucket(BUCKET).createBucketConfiguration(where -> where.locationConstraint("eu-central-1")));
        Iperf3ZipBuilder.into(s3, BUCKET, IPERF3_KEY, packed);
    }

    @AfterAll
    static void endTheAccount() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        Path task = Files.createDirectory(folder.resolve("task"));
        service = new LocalLambdaService(
                FunctionZip.unpackedTo(task),
                new LocalTestbedSettings("/no/iperf3/is/installed", null, 10, Duration.ofMinutes(1), folder),
                processes,
                clock);
        FunctionZip.setEnvironment(task, Map.of(ProbeTarget.KEY_VARIABLE, TestProbeKey.VALUE));
        echo = RealEchoServer.start(
                Files.createDirectory(folder.resolve("echo")), TestProbeKey.VALUE, "127.0.0.1", 0, 1_000);
        store = new DuckDbRunStore(folder.resolve("store"));
        servers.add(RealIperf3Server.start());
        servers.add(RealIperf3Server.start());
        testbed = open(ResponseMode.STREAMED);
    }

    @AfterEach
    void end() throws Exception {
        testbed.close();
        service.close();
        echo.close();
        servers.forEach(RealIperf3Server::close);
        store.close();
        processes.close();
    }

    private AwsTestbed open(ResponseMode answers) {
        return open(answers, new CredentialsSource.AccessKeys("AKIDOFATEST", SECRET));
    }

    private AwsTestbed open(ResponseMode answers, CredentialsSource credentials) {
        MeasurementTarget description = new MeasurementTarget(
                "measure",
                service.endpoint(),
                new ServiceEndpoint(moto.uri(), "eu-central-1", credentials),
                FUNCTION,
                10,
                answers,
                servers.stream()
                        .map(server -> new Iperf3Host("127.0.0.1", server.port(), 1, echo.port(), null))
                        .toList(),
                BUCKET,
                IPERF3_KEY,
                Bandwidth.ofMegabits(12_500),
                Bandwidth.ofMegabits(625),
                true,
                "user/ada",
                new TreeMap<>(Map.of("aws.server-type", "c6in.xlarge")));
        return new AwsTestbed(
                description,
                MemoryVersions.of(moto.account(), Sleeper.SYSTEM),
                invoker(service.endpoint(), answers, 1),
                moto.account().failures(),
                new MeasurementLock(
                        "measure",
                        moto.account().client(S3Client.builder()),
                        BUCKET,
                        moto.account().failures(),
                        clock),
                new TestbedLease("measure", Instant.MAX, () -> Instant.MAX, clock),
                clock);
    }

    @Test
    void functionsMeasureWithTheServersOwnIperf3() throws Exception {
        RunRow run = run("iperf3-concurrent", "functions=2", "seconds=1", "direction=download");

        assertCompleted(run, 2);
        assertThat(run.environment())
                .containsEntry("aws.server-type", "c6in.xlarge")
                .containsEntry("aws.answers", "streamed")
                .containsEntry("aws.region", "local");
        assertThat(objects()).containsExactly(IPERF3_KEY);
        assertThat(lambda.listVersionsByFunction(request -> request.functionName(FUNCTION))
                        .versions())
                .extracting(version -> version.memorySize())
                .contains(1769);
    }

    @Test
    void latencyIsMeasuredAloneAndBesideTransfers() throws Exception {
        for (RunRow run :
                List.of(run("latency", "functions=2", "seconds=1"), run("iperf3-single", "seconds=1", "probe=20ms"))) {
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(store.functions(run.id())).allSatisfy(function -> {
                assertThat(function.metrics().get("probes_sent")).isGreaterThan(10);
                assertThat(function.metrics().get("probe_loss")).isLessThan(0.5);
                assertThat(function.metrics().get("idle_rtt_p50_us")).isPositive();
            });
        }
    }

    @Test
    void datagramsAreMeasuredWithTheServersOwnIperf3() throws Exception {
        RunRow run = run("udp-capacity", "functions=2", "seconds=1", "rate=8Mbit", "direction=download");

        assertCompleted(run, 2);
        assertThat(store.functions(run.id()))
                .allSatisfy(function ->
                        assertThat(function.metrics().get("udp_datagrams")).isGreaterThan(100));
    }

    @Test
    void trialsStateTheConditionsOfTheirServersAndFunctions() throws Exception {
        Workload iperf3 = new Iperf3Workload(Direction.DOWNLOAD, 1, 1, 100, 0, null);
        try (PreparedTrial trial = testbed.prepare(new Cell(1769, 1, iperf3, NetworkSettings.REAL))) {
            assertThat(trial.conditions())
                    .isEqualTo(new TrialConditions(Bandwidth.ofMegabits(12_500), Bandwidth.ofMegabits(625), true));
            assertThat(trial.probe(0)).isEmpty();
        }
    }

    @Test
    void measuresWithoutResponseStreaming() throws Exception {
        testbed.close();
        testbed = open(ResponseMode.BUFFERED);
        RunRow run = run("iperf3-single", "seconds=1", "direction=upload");

        assertCompleted(run, 1);
        assertThat(run.environment()).containsEntry("aws.answers", "buffered");
    }

    @Test
    void functionCreatesDownloadObjectAndUploadsAreDeleted() throws Exception {
        assertCompleted(run("s3-download", "functions=2", "objectMiB=20", "connections=2"), 2);
        assertThat(objects()).containsExactlyInAnyOrder(IPERF3_KEY, "measured/random-20971520");

        assertCompleted(run("s3-download", "functions=1", "objectMiB=1"), 1);
        assertThat(objects()).containsExactlyInAnyOrder(IPERF3_KEY, "measured/random-1048576");

        assertCompleted(run("s3-upload", "functions=2", "objectMiB=12", "partMiB=5", "connections=2"), 2);
        assertThat(objects()).containsExactlyInAnyOrder(IPERF3_KEY, "measured/random-1048576");
        assertThat(s3.listMultipartUploads(request -> request.bucket(BUCKET)).uploads())
                .isEmpty();
        s3.deleteObject(request -> request.bucket(BUCKET).key("measured/random-1048576"));
    }

    @Test
    void bothDirectionsSplitFunctionsIntoDownloadsAndUploads() throws Exception {
        Workload both = new S3Workload(Direction.BOTH, new DataSize(6 << 20), 2, new DataSize(5 << 20), 100);
        PreparedTrial trial = testbed.prepare(new Cell(512, 4, both, NetworkSettings.REAL));
        assertThat(IntStream.range(0, 4).mapToObj(trial::task))
                .extracting(task -> task.getClass().getSimpleName())
                .containsExactly("S3GetTask", "S3GetTask", "S3PutTask", "S3PutTask");
        assertThat(s3.listMultipartUploads(request -> request.bucket(BUCKET)).uploads())
                .hasSize(2);
        trial.close();
        assertThat(s3.listMultipartUploads(request -> request.bucket(BUCKET)).uploads())
                .isEmpty();

        RunRow run = run("s3-download", "direction=both", "functions=4", "objectMiB=6", "partMiB=5", "connections=2");

        assertCompleted(run, 4);
        assertThat(store.functions(run.id()))
                .extracting(FunctionRow::receiverBytes)
                .containsOnly(6L << 20);
        assertThat(objects()).containsExactlyInAnyOrder(IPERF3_KEY, "measured/random-6291456");
        s3.deleteObject(request -> request.bucket(BUCKET).key("measured/random-6291456"));
    }

    @Test
    void noSecretIsInAnyLogRecordStoreExportOrProcessTable(@TempDir Path account) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        System.setProperty(
                CREDENTIALS,
                Files.writeString(
                                account.resolve("credentials"),
                                "[session]\naws_access_key_id = ASIAOFATEST\naws_secret_access_key = " + SECRET
                                        + "\naws_session_token = " + TOKEN + "\n")
                        .toString());
        RunRow run;
        try {
            testbed.close();
            testbed = open(ResponseMode.STREAMED, new CredentialsSource.Profile("session"));
            assertThat(address()).contains("X-Amz-Security-Token=" + TOKEN);
            run = run("s3-upload", "functions=2", "objectMiB=6");
        } finally {
            System.clearProperty(CREDENTIALS);
            root.detachAppender(log);
        }
        assertThat(log.list).extracting(AwsTestbedIT::whole).noneMatch(AwsTestbedIT::tells);
        assertThat(ProcessTable.ofDescendants()).hasSizeGreaterThan(1).noneMatch(AwsTestbedIT::tells);
        RunData data = store.load(run.id()).orElseThrow();
        new CsvExport().write(data, folder.resolve("run.csv"));
        new JsonExport().write(data, folder.resolve("run.json"));
        new RunExporter(ZoneOffset.UTC)
                .export(ExportFormat.REPORT, store, data.run(), ChartSelection.TIMELINE, folder.resolve("run.html"));
        store.close();

        assertThat(events).extracting(RunEvent::toString).noneMatch(AwsTestbedIT::tells);
        List<Path> written = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("task")))
                    .toList()) {
                written.add(file);
                assertThat(tells(Files.readString(file, StandardCharsets.ISO_8859_1)))
                        .as(file.toString())
                        .isFalse();
            }
        }
        assertThat(written)
                .anyMatch(file -> file.endsWith("run.csv"))
                .anyMatch(file -> file.endsWith("run.html"))
                .anyMatch(file -> file.startsWith(folder.resolve("store")))
                .anyMatch(file -> file.startsWith(folder.resolve("logs")));
    }

    private String address() throws Exception {
        Workload upload = new S3Workload(Direction.UPLOAD, new DataSize(1), 1, new DataSize(1), 100);
        try (PreparedTrial trial = testbed.prepare(new Cell(1769, 1, upload, NetworkSettings.REAL))) {
            return ((S3PutTask) trial.task(0)).partUrls().get(0).toString();
        }
    }

    /** A log line with its exception. */
    private static String whole(ILoggingEvent event) {
        return event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    private static boolean tells(String text) {
        return Stream.of(SECRET, TOKEN, "X-Amz-Signature", "X-Amz-Credential", "X-Amz-Security-Token")
                .anyMatch(text::contains);
    }

    @Test
    void unsupportedTrialsAreRejectedBeforeAnythingIsCreated() {
        Workload iperf3 = new Iperf3Workload(Direction.DOWNLOAD, 1, 1, 100, 0, null);
        Workload object = new S3Workload(Direction.UPLOAD, new DataSize(1), 1, new DataSize(1), 100);
        NetworkSettings shaped = new NetworkSettings(LinkProfile.LAMBDA, 1, null);

        assertThatThrownBy(() -> testbed.prepare(new Cell(1769, 3, iperf3, NetworkSettings.REAL)))
                .hasMessage("3 functions require as many iperf3 ports, but the servers have 2.");
        Workload latency = new LatencyWorkload(Direction.DOWNLOAD, 1, 100, 20);
        assertThatThrownBy(() -> testbed.prepare(new Cell(1769, 3, latency, NetworkSettings.REAL)))
                .hasMessage("The servers answer latency probes of 2 functions, one for each iperf3 port, not of 3.");
        assertThatThrownBy(() -> testbed.prepare(new Cell(1769, 1, object, shaped)))
                .hasMessage("Network simulation is not available on AWS.");
    }

    private void assertCompleted(RunRow run, int functions) throws Exception {
        assertThat(run.status()).as(run + " " + events).isEqualTo(RunStatus.COMPLETED);
        assertThat(store.functions(run.id())).hasSize(functions).allMatch(FunctionRow::finished);
        assertThat(store.intervals(run.id(), 0)).isNotEmpty();
    }

    private static List<String> objects() {
        return s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private RunRow run(String preset, String... settings) throws Exception {
        ExperimentPlan plan = PRESETS.byName(preset).plan().withNetwork(NetworkSettings.REAL);
        List<String> edits =
                Stream.concat(Stream.of("repeats=1"), Stream.of(settings)).toList();
        try (ExperimentRunner runner = new ExperimentRunner(new ExperimentRunner.Services(
                this::invoker,
                store,
                clock,
                LEADS,
                new RunIdGenerator(clock, ZoneOffset.UTC, new Random()),
                PRESETS,
                Map.of("app", "1.0")))) {
            return runner.start(SETTINGS.apply(plan, edits), testbed, RunProgress.notifying(clock, events::add))
                    .ended()
                    .toCompletableFuture()
                    .get(120, TimeUnit.SECONDS);
        }
    }

    /**
     * The versions are moto's and their sandboxes local: the number of a version becomes the memory size of the
     * process.
     */
    private LambdaInvoker invoker(ServiceEndpoint endpoint, ResponseMode answers, int maxFunctions) {
        LambdaInvoker invoker = new SdkLambdaInvoker(endpoint, answers, maxFunctions);
        return new LambdaInvoker() {
            @Override
            public Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener) {
                int memoryMb = lambda.getFunctionConfiguration(
                                asked -> asked.functionName(function.name()).qualifier(function.qualifier()))
                        .memorySize();
                return invoker.invoke(service.function(memoryMb), request, listener);
            }

            @Override
            public void close() {
                invoker.close();
            }
        };
    }
}
