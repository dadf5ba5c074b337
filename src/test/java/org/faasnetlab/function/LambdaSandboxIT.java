package org.faasnetlab.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.testing.aws.Iperf3ZipBuilder;
import org.faasnetlab.testing.function.FunctionRequests;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.function.ZipServer;
import org.faasnetlab.testing.lambda.LambdaSandbox;
import org.faasnetlab.testing.lambda.LambdaSandbox.Response;
import org.faasnetlab.testing.local.FunctionZip;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shipped function package in AWS's own Runtime Interface Emulator, in a box like that of Lambda. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
class LambdaSandboxIT {
    private static final int OBJECT_BYTES = 3_000_000;

    @TempDir
    private static Path folder;

    private static HttpServer bucket;
    private static LambdaSandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        bucket = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bucket.createContext("/object", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean upload = exchange.getRequestMethod().equals("PUT");
            exchange.sendResponseHeaders(upload ? 200 : 206, upload ? -1 : OBJECT_BYTES);
            if (!upload) {
                exchange.getResponseBody().write(new byte[OBJECT_BYTES]);
            }
            exchange.close();
        });
        bucket.start();
        sandbox = LambdaSandbox.start(code("code"), 1769);
    }

    private static Path code(String name) throws IOException, InterruptedException {
        Path code = Files.createDirectory(folder.resolve(name));
        FunctionZip.unpackedTo(code);
        return code;
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (sandbox != null) {
            sandbox.close();
        }
        bucket.stop(0);
    }

    @Test
    void everyTaskIsStreamedToItsEndAndTheSandboxIsReused() throws Exception {
        List<Response> responses = new ArrayList<>();
        Path zip = Iperf3ZipBuilder.in(Files.createDirectory(folder.resolve("zip")));
        URI object = URI.create("http://127.0.0.1:" + bucket.getAddress().getPort() + "/object");
        try (RealIperf3Server server = RealIperf3Server.start();
                ZipServer program = ZipServer.of(Files.readAllBytes(zip))) {
            responses.add(sandbox.invoke(FunctionRequests.of(new ProbeTask())));
            for (Direction direction : List.of(Direction.DOWNLOAD, Direction.UPLOAD)) {
                responses.add(sandbox.invoke(
                        FunctionRequests.of(iperf3(server.port(), direction, program.url("signature")))));
            }
            assertThat(program.requests()).isOne();
            responses.add(
                    sandbox.invoke(FunctionRequests.of(new S3GetTask(object, OBJECT_BYTES, 1, OBJECT_BYTES, 100))));
            responses.add(sandbox.invoke(
                    FunctionRequests.of(new S3PutTask(List.of(object), OBJECT_BYTES, 1, OBJECT_BYTES, 100))));
        }

        for (Response response : responses) {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).containsEntry("content-type", "application/x-ndjson");
            assertThat(response.trailers())
                    .containsEntry("end-of-response", "Complete")
                    .containsEntry("lambda-runtime-function-error-type", "");
            assertThat(response.last()).as(response.body()).isInstanceOf(FunctionRecord.Finished.class);
        }
        List<FunctionRecord.Ready> ready = new ArrayList<>();
        for (Response response : responses) {
            ready.add((FunctionRecord.Ready) response.records().get(0));
        }
        assertThat(ready)
                .extracting(FunctionRecord.Ready::sandboxId)
                .containsOnly(ready.get(0).sandboxId());
        assertThat(ready.subList(1, 5)).noneMatch(FunctionRecord.Ready::cold);
        assertThat(ready).extracting(FunctionRecord.Ready::memoryMb).containsOnly(1769);
        assertThat(((FunctionRecord.Finished) responses.get(3).last()).receiverBytes())
                .isEqualTo(OBJECT_BYTES);
        assertIntervalsArriveWhileTheyAreMeasured(responses.get(1));
    }

    private static Iperf3Task iperf3(int port, Direction direction, URI program) {
        return new Iperf3Task("127.0.0.1", port, direction, 1, 1, 100, 0, null, null, program, null);
    }

    private static void assertIntervalsArriveWhileTheyAreMeasured(Response download) throws IOException {
        // Ten intervals of 100 ms, or fewer and longer ones on a busy computer.
        assertThat(download.records(FunctionRecord.Measured.class)).hasSizeGreaterThan(3);
        List<Long> times = download.chunkNanos();
        assertThat((times.get(times.size() - 1) - times.get(0)) / 1e9).isGreaterThan(0.7);
        assertThat(times).hasSizeGreaterThan(3);
    }

    @Test
    void timeLimitTruncatesTheResponseAndTheNextInvocationIsCold() throws Exception {
        try (LambdaSandbox own = LambdaSandbox.start(code("slow"), 1769)) {
            CompletableFuture<Response> waiting = untilFirstRecord(own);
            own.timeOut();
            Response truncated = waiting.get(30, TimeUnit.SECONDS);

            assertThat(truncated.trailers())
                    .containsEntry("end-of-response", "Truncated")
                    .containsEntry("lambda-runtime-function-error-type", "Sandbox.Timeout");
            FunctionRecord.Ready next = (FunctionRecord.Ready)
                    own.invoke(FunctionRequests.of(new ProbeTask())).records().get(0);
            assertThat(next.cold()).isTrue();
            assertThat(next.sandboxId()).isNotEqualTo(id(truncated));
        }
    }

    @Test
    void killedFunctionTruncatesTheResponse() throws Exception {
        try (LambdaSandbox own = LambdaSandbox.start(code("killed"), 1769)) {
            CompletableFuture<Response> waiting = untilFirstRecord(own);
            own.function().destroyForcibly();
            Response truncated = waiting.get(30, TimeUnit.SECONDS);

            assertThat(truncated.trailers())
                    .containsEntry("end-of-response", "Truncated")
                    .containsEntry("lambda-runtime-function-error-type", "Runtime.TruncatedResponse");
            assertThat(truncated.records()).hasOnlyElementsOfType(FunctionRecord.Ready.class);
        }
    }

    /** A class is missing, as after a damaged upload. */
    @Test
    void unexpectedErrorIsInTheTrailers() throws Exception {
        Path damaged = code("damaged");
        ExternalTools.run(
                        ExternalTools.require("zip"),
                        "-q",
                        "-d",
                        damaged.resolve("lib/faasnetlab-function.jar").toString(),
                        "org/faasnetlab/function/s3/TransferProgress.class")
                .succeeds();
        URI object = URI.create("http://127.0.0.1:" + bucket.getAddress().getPort() + "/object");
        try (LambdaSandbox broken = LambdaSandbox.start(damaged, 1769)) {
            Response response =
                    broken.invoke(FunctionRequests.of(new S3GetTask(object, OBJECT_BYTES, 1, OBJECT_BYTES, 100)));

            assertThat(response.trailers())
                    .containsEntry("end-of-response", "Complete")
                    .containsEntry("lambda-runtime-function-error-type", "Function.NoClassDefFoundError");
            assertThat(new String(
                            Base64.getDecoder().decode(response.trailers().get("lambda-runtime-function-error-body")),
                            StandardCharsets.UTF_8))
                    .contains("TransferProgress");
        }
    }

    /** With Lambda's share of a processor for this size, where cgroups can be created. */
    @Test
    void functionOfTheSmallestSizeAnswersABufferedInvocation(TestReporter reporter) throws Exception {
        long begin = System.nanoTime();
        try (LambdaSandbox small = LambdaSandbox.start(code("small"), 128)) {
            Response response = small.invokeBuffered(FunctionRequests.of(new ProbeTask(), 30_000, 60_000));
            reporter.publishEntry("ready with 128 MB", (System.nanoTime() - begin) / 1_000_000 + " ms");

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.records()).hasSize(2);
            assertThat(((FunctionRecord.Ready) response.records().get(0)).memoryMb())
                    .isEqualTo(128);
        }
    }

    @Test
    void boxIsLikeThatOfLambda() throws Exception {
        List<String> command = new ArrayList<>(LambdaSandbox.box(code("empty"), 128));
        command.addAll(List.of("bash", "-c", """
                echo "$(id -u) ${HOME:-none} $(ulimit -n) $(ulimit -u)"
                touch /x /var/task/x 2>&1
                touch /tmp/x && df --output=size -BM /tmp | tail -n 1
                """));

        assertThat(ExternalTools.run(new ProcessBuilder(command))
                        .text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.startsWith("box.sh: ")))
                .containsExactly(
                        "993 none 1024 1024",
                        "touch: cannot touch '/x': Read-only file system",
                        "touch: cannot touch '/var/task/x': Read-only file system",
                        "512M");
    }

    /** In a folder like that of the system, because a system has one version only. */
    @Test
    void limitsAreSetInControlGroupsOfVersion2() throws Exception {
        Path system = Files.createDirectory(folder.resolve("cgroups"));
        Files.writeString(system.resolve("cgroup.controllers"), "cpu memory");

        assertThat(boxed(system, "echo inside").text()).isEqualTo("inside\n");

        try (Stream<Path> groups = Files.list(system).filter(Files::isDirectory)) {
            assertThat(groups).singleElement().satisfies(group -> {
                assertThat(group.resolve("cpu.max")).hasContent("7235 100000");
                assertThat(group.resolve("memory.max")).hasContent("128M");
                assertThat(group.resolve("cgroup.procs")).hasContent("0");
            });
        }
    }

    @Test
    void missingLimitIsReported() throws Exception {
        assertThat(boxed(folder.resolve("none"), "echo inside").text())
                .contains("inside")
                .contains("box.sh: not limited as on Lambda")
                .contains("limited: nothing");
    }

    private ExternalTools.Output boxed(Path cgroups, String command) throws Exception {
        List<String> words = new ArrayList<>(LambdaSandbox.box(code("for-" + cgroups.getFileName()), 128));
        words.addAll(List.of("bash", "-c", command));
        ProcessBuilder box = new ProcessBuilder(words);
        box.environment().put("BOX_CGROUPS", cgroups.toString());
        return ExternalTools.run(box);
    }

    /** Invokes the function, which then waits for T0 in half a minute, and returns when its first record has arrived. */
    private static CompletableFuture<Response> untilFirstRecord(LambdaSandbox sandbox) throws InterruptedException {
        FunctionRequest request =
                FunctionRequests.of(FunctionRequests.iperf3(9, Direction.DOWNLOAD, 1, 1), 30_000, 60_000);
        CountDownLatch arrived = new CountDownLatch(1);
        CompletableFuture<Response> response = CompletableFuture.supplyAsync(() -> {
            try {
                return sandbox.invoke(request, arrived::countDown);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
        return response;
    }

    private static String id(Response response) throws IOException {
        return ((FunctionRecord.Ready) response.records().get(0)).sandboxId();
    }
}
