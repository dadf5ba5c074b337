package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.process.GuardedProcesses;
import org.faasnetlab.testing.local.SdkLambdaCaller;
import org.faasnetlab.testing.local.StubFunction;
import org.faasnetlab.testing.local.StubPrograms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Runs the service with processes of {@link StubFunction} and calls it with the AWS SDK's Lambda client. */
@Timeout(120)
class LocalLambdaServiceIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private GuardedProcesses processes;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private LocalLambdaService service;
    private SdkLambdaCaller caller;

    @BeforeEach
    void startService() throws Exception {
        processes = new GuardedProcesses(folder.resolve("processes"));
        start("", 100, LONG, LONG);
    }

    private void start(String mode, int maxRunning, Duration functionTimeout, Duration startTimeout) throws Exception {
        LocalTestbedSettings settings =
                new LocalTestbedSettings("/opt/iperf3/bin/iperf3", null, maxRunning, functionTimeout, folder);
        SandboxLimits limits = new SandboxLimits(maxRunning, functionTimeout, startTimeout, LONG, 50);
        service = new LocalLambdaService(StubPrograms.in(folder, mode), settings, limits, processes, Clock.systemUTC());
        opened.add(service);
        service.function(128);
        service.function(256);
        caller = new SdkLambdaCaller(service.endpoint());
        opened.add(caller);
    }

    @AfterEach
    void leaveNothing() throws Exception {
        for (AutoCloseable open : opened) {
            open.close();
        }
        processes.close();
        assertThat(ProcessHandle.current().descendants().filter(LocalLambdaServiceIT::isStub))
                .isEmpty();
    }

    private static boolean isStub(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(StubFunction.class.getName());
    }

    @Test
    void bytesArriveWhileTheFunctionIsStillRunning() throws Exception {
        Path gate = folder.resolve("gate");
        SdkLambdaCaller.Stream stream = caller.stream("128", "await " + gate);

        stream.awaitChunk();
        assertThat(stream.isComplete()).isFalse();
        Files.createFile(gate);

        stream.awaitEnd();
        assertThat(stream.text()).endsWith("\nafter\n");
        assertThat(stream.complete().errorCode()).isNull();
        assertThat(stream.response().executedVersion()).isEqualTo("128");
    }

    /** A killed function deletes nothing, so its files are in the testbed's folder, which is deleted as a whole. */
    @Test
    void temporaryFilesOfFunctionsAreDeletedWithTheTestbed() throws Exception {
        Path left = Path.of(caller.invoke("128", "\"temporary\"").payload().asUtf8String());
        assertThat(left).isDirectory();
        assertThat(folder.relativize(left).toString()).startsWith("testbed-");

        service.close();

        assertThat(left).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("testbed-") || name.equals("tmp"));
        }
    }

    @Test
    void aBufferedInvocationReturnsTheWholeResponse() throws Exception {
        InvokeResponse response = caller.invoke("128", "\"length\"");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.functionError()).isNull();
        assertThat(response.executedVersion()).isEqualTo("128");
        assertThat(response.payload().asUtf8String()).isEqualTo("8");
    }

    @Test
    void anEventOfSeveralMegabytesReachesTheFunction() throws Exception {
        String event = "\"length " + "x".repeat(5_000_000) + "\"";

        assertThat(caller.invoke("128", event).payload().asUtf8String()).isEqualTo("5000009");
    }

    @Test
    void anIdleProcessIsReused() throws Exception {
        String first = caller.invoke("128", "\"pid\"").payload().asUtf8String();

        assertThat(caller.invoke("128", "\"pid\"").payload().asUtf8String()).isEqualTo(first);
    }

    @Test
    void eachMemorySizeHasSeparateProcesses() throws Exception {
        String small = caller.invoke("128", "\"pid\"").payload().asUtf8String();

        assertThat(caller.invoke("256", "\"pid\"").payload().asUtf8String()).isNotEqualTo(small);
    }

    @Test
    void concurrentFunctionsHaveSeparateProcesses() throws Exception {
        Path gate = folder.resolve("gate");
        List<SdkLambdaCaller.Stream> streams = IntStream.range(0, 16)
                .mapToObj(number -> caller.stream("128", "await " + gate))
                .toList();
        for (SdkLambdaCaller.Stream stream : streams) {
            stream.awaitChunk();
        }
        Files.createFile(gate);
        for (SdkLambdaCaller.Stream stream : streams) {
            stream.awaitEnd();
        }

        assertThat(streams.stream().map(SdkLambdaCaller.Stream::text).collect(Collectors.toSet()))
                .hasSize(16);
    }

    @Test
    void oneInvocationAboveTheLimitIsRejected() throws Exception {
        start("", 1, LONG, LONG);
        SdkLambdaCaller.Stream running = caller.stream("128", "hang");
        running.awaitChunk();

        SdkLambdaCaller.Stream refused = caller.stream("128", "pid");

        assertThatThrownBy(refused::awaitEnd)
                .rootCause()
                .isInstanceOfSatisfying(TooManyRequestsException.class, refusal -> {
                    assertThat(refusal.reasonAsString()).isEqualTo("ConcurrentInvocationLimitExceeded");
                    assertThat(refusal.statusCode()).isEqualTo(429);
                });
    }

    @Test
    void anErrorThatTheFunctionReportsIsPassedOn() throws Exception {
        SdkLambdaCaller.Stream stream = caller.stream("128", "fail");
        stream.awaitEnd();

        assertThat(stream.complete().errorCode()).isEqualTo("Stub.Failed");
        assertThat(stream.complete().errorDetails()).contains("as asked");
        InvokeResponse buffered = caller.invoke("128", "\"fail\"");
        assertThat(buffered.functionError()).isEqualTo("Unhandled");
        assertThat(buffered.payload().asUtf8String()).contains("Stub.Failed", "as asked");
    }

    @Test
    void aFunctionThatTimesOutIsKilledWithItsChildren() throws Exception {
        start("", 10, Duration.ofSeconds(4), LONG);
        SdkLambdaCaller.Stream stream = caller.stream("128", "child");
        stream.awaitEnd();

        assertThat(stream.complete().errorCode()).isEqualTo("Sandbox.Timedout");
        assertThat(stream.complete().errorDetails()).contains("Task timed out after 4.00 seconds");
        awaitEnd(pids(stream));
    }

    @Test
    void aProcessThatRequestsNoEventIsKilled() throws Exception {
        start("never-ready", 10, LONG, Duration.ofSeconds(1));
        SdkLambdaCaller.Stream stream = caller.stream("128", "pid");
        stream.awaitEnd();

        assertThat(stream.complete().errorCode()).isEqualTo("Sandbox.Timedout");
    }

    @Test
    void aProcessThatCannotStartFailsItsInvocation() throws Exception {
        start("init-error", 10, LONG, LONG);
        SdkLambdaCaller.Stream stream = caller.stream("128", "pid");
        stream.awaitEnd();

        assertThat(stream.complete().errorCode()).isEqualTo("Stub.Init");
        assertThat(stream.complete().errorDetails()).contains("cannot begin");
    }

    @Test
    void aCrashedProcessEndsItsStreamAndIsReplaced() throws Exception {
        SdkLambdaCaller.Stream stream = caller.stream("128", "halt");
        stream.awaitEnd();

        assertThat(stream.text()).isNotEmpty();
        assertThat(stream.complete().errorCode()).isEqualTo("Runtime.ExitError");
        assertThat(stream.complete().errorDetails()).contains("exit status 3");
        assertThat(caller.invoke("128", "\"pid\"").functionError()).isNull();
    }

    @Test
    void aTruncatedAnswerIsAnError() throws Exception {
        for (String how : List.of("break", "trailers")) {
            SdkLambdaCaller.Stream stream = caller.stream("128", how);
            stream.awaitEnd();

            assertThat(stream.text()).isNotEmpty();
            assertThat(stream.complete().errorCode()).isEqualTo("Runtime.TruncatedResponse");
        }
        assertThat(caller.invoke("128", "\"pid\"").functionError()).isNull();
    }

    @Test
    void runningFunctionsAreStoppedWithTheirChildrenAndIdleOnesRemain() throws Exception {
        String idle = caller.invoke("256", "\"pid\"").payload().asUtf8String();
        List<SdkLambdaCaller.Stream> streams =
                Stream.generate(() -> caller.stream("128", "child")).limit(4).toList();
        for (SdkLambdaCaller.Stream stream : streams) {
            stream.awaitLines(2);
        }

        long before = System.nanoTime();
        service.stopFunctions();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));

        for (SdkLambdaCaller.Stream stream : streams) {
            stream.awaitEnd();
            assertThat(stream.complete().errorCode()).isEqualTo("Runtime.ExitError");
            awaitEnd(pids(stream));
        }
        assertThat(caller.invoke("256", "\"pid\"").payload().asUtf8String()).isEqualTo(idle);
    }

    @Test
    void aFunctionContinuesWhenItsCallerDisconnects() throws Exception {
        start("", 1, LONG, LONG);
        Path gate = folder.resolve("gate");
        SdkLambdaCaller.Stream left = caller.stream("128", "await " + gate);
        left.awaitChunk();
        String pid = left.text().trim();
        left.leave();
        assertThatThrownBy(() -> caller.invoke("128", "\"pid\"")).isInstanceOf(TooManyRequestsException.class);

        Files.createFile(gate);

        assertThat(pidOnceFree()).isEqualTo(pid);
    }

    private String pidOnceFree() throws Exception {
        while (true) {
            try {
                return caller.invoke("128", "\"pid\"").payload().asUtf8String();
            } catch (TooManyRequestsException stillRunning) {
                Thread.sleep(20);
            }
        }
    }

    @Test
    void theProcessHasTheEnvironmentOfAwsAndNoSecrets() throws Exception {
        assertThat(caller.invoke("256", "\"environment\"").payload().asUtf8String())
                .contains("AWS_LAMBDA_FUNCTION_NAME=faasnetlab")
                .contains("AWS_LAMBDA_FUNCTION_VERSION=256")
                .contains("AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256")
                .contains("AWS_LAMBDA_LOG_STREAM_NAME=")
                .contains("AWS_LAMBDA_INITIALIZATION_TYPE=on-demand")
                .contains("FAASNETLAB_LIFELINE=stdin")
                .contains("FAASNETLAB_IPERF3=/opt/iperf3/bin/iperf3")
                .contains("LAMBDA_TASK_ROOT=" + folder)
                .doesNotContain("SECRET", "AWS_ACCESS_KEY", "AWS_PROFILE");
        assertThat(caller.invoke("256", "\"headers\"").payload().asUtf8String())
                .containsIgnoringCase("Lambda-Runtime-Deadline-Ms=")
                .contains("arn:aws:lambda:local:000000000000:function:faasnetlab:256");
    }

    @Test
    void theOutputOfAFunctionIsStoredUpToALimit() throws Exception {
        caller.invoke("128", "\"print 3000000\"");
        service.close();

        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            List<Path> logs = files.filter(Files::isRegularFile).toList();
            assertThat(logs).hasSize(1);
            assertThat(Files.readString(logs.get(0)))
                    .startsWith("0123456789")
                    .endsWith("[The rest is omitted: the log has reached 1 MiB.]\n");
            assertThat(Files.size(logs.get(0))).isBetween(1L << 20, (1L << 20) + 200);
        }
    }

    @Test
    void invalidRequestsAreRejectedAsOnAws() throws Exception {
        assertThatThrownBy(() -> caller.invoke("512", "\"pid\"")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> caller.invoke("128", "{not json")).isInstanceOf(InvalidRequestContentException.class);
        String tooLong = "\"" + "x".repeat(LambdaApi.MAX_EVENT_BYTES) + "\"";
        assertThatThrownBy(() -> caller.invoke("128", tooLong)).isInstanceOf(RequestTooLargeException.class);
    }

    @Test
    void aRequestNotSignedWithTheServicesKeyIsRejected() throws Exception {
        try (SdkLambdaCaller stranger = new SdkLambdaCaller(service.endpoint(), "another secret")) {
            assertThatThrownBy(() -> stranger.invoke("128", "\"pid\""))
                    .isInstanceOfSatisfying(
                            LambdaException.class,
                            refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
        }
        assertThat(post("/2015-03-31/functions/faasnetlab/invocations?Qualifier=128"))
                .isEqualTo(403);
        assertThat(post("/sandbox/00/2018-06-01/runtime/init/error")).isEqualTo(404);
        assertThat(ProcessHandle.current().descendants().filter(LocalLambdaServiceIT::isStub))
                .isEmpty();
    }

    private int post(String path) throws IOException, InterruptedException {
        URI uri = service.endpoint().uri().resolve(path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aClosedServiceLeavesNoProcess() throws Exception {
        SdkLambdaCaller.Stream running = caller.stream("128", "child");
        running.awaitLines(2);
        String idle = caller.invoke("256", "\"pid\"").payload().asUtf8String();

        service.close();

        awaitEnd(pids(running));
        awaitEnd(List.of(Long.parseLong(idle)));
        assertThatThrownBy(() -> caller.invoke("128", "\"pid\"")).isInstanceOf(Exception.class);
    }

    @Test
    void aMissingProgramFailsTheInvocation() throws Exception {
        LocalTestbedSettings settings = LocalTestbedSettings.defaults(folder);
        service = new LocalLambdaService(
                new FunctionProgram(folder, List.of(folder.resolve("missing").toString())),
                settings,
                processes,
                Clock.systemUTC());
        opened.add(service);
        service.function(128);
        caller = new SdkLambdaCaller(service.endpoint());
        opened.add(caller);

        assertThat(caller.invoke("128", "{}").payload().asUtf8String()).contains("Runtime.InvalidEntrypoint");
    }

    private static List<Long> pids(SdkLambdaCaller.Stream stream) {
        return stream.text().lines().map(Long::parseLong).toList();
    }

    private static void awaitEnd(List<Long> pids) {
        for (long pid : pids) {
            ProcessHandle.of(pid)
                    .ifPresent(process ->
                            process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        }
    }

    @Test
    void halfRequestsOccupyFewThreadsAndOnlyForAShortTime() throws Exception {
        String host = service.endpoint().uri().getHost();
        int port = service.endpoint().uri().getPort();
        for (int i = 0; i < 600; i++) {
            Socket socket = new Socket(host, port);
            opened.add(0, socket);
            socket.getOutputStream().write("POST / HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
        }

        InvokeResponse response = caller.invoke("128", "\"length\"");

        assertThat(response.payload().asUtf8String()).isEqualTo("8");
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("lambda-service")))
                .hasSizeLessThan(RequestReception.MAX_CONCURRENT + 50);
    }

    @Test
    void aBodyWithoutTheAccessKeyIsNotRead() throws Exception {
        URI uri = service.endpoint().uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /2015-03-31/functions/x/invocations HTTP/1.1\r\nHost: x\r\nContent-Length: 6000000\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));

            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();

            assertThat(status).contains(" 403 ");
        }
    }
}
