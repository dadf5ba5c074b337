package org.faasnetlab.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.testing.function.FunctionProcess;
import org.faasnetlab.testing.function.FunctionRequests;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the function in a separate process against a Runtime API on raw sockets. */
@Timeout(120)
class FunctionMainIT {

    @Test
    void aProbeFinishesImmediatelyAndTheSecondInvocationIsWarm(TestReporter reporter) throws Exception {
        long begin = System.nanoTime();
        try (StubRuntimeApi api = new StubRuntimeApi();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            reporter.publishEntry("exec to first poll", (api.nextPoll() - begin) / 1_000_000 + " ms");
            api.invoke(FunctionRequests.of(new ProbeTask(), 30_000, 60_000));
            StubRuntimeApi.Answer first = api.answer();
            api.invoke(FunctionRequests.of(new ProbeTask(), 30_000, 60_000));
            StubRuntimeApi.Answer second = api.answer();

            FunctionRecord.Ready cold = (FunctionRecord.Ready) first.records().get(0);
            FunctionRecord.Ready warm = (FunctionRecord.Ready) second.records().get(0);
            assertThat(cold.cold()).isTrue();
            assertThat(warm.cold()).isFalse();
            assertThat(warm.sandboxId()).isEqualTo(cold.sandboxId()).hasSize(36);
            assertThat(cold.memoryMb()).isEqualTo(512);
            assertThat(cold.logStream()).isEqualTo("2026/11/23/[1]abc");
            assertThat(cold.runtime()).isEqualTo("Java " + System.getProperty("java.version"));
            assertThat(cold.clockEpochMicros() / 1e6).isCloseTo(System.currentTimeMillis() / 1e3, within(60.0));
            assertThat(first.records()).hasSize(2);
            assertThat(first.last()).isInstanceOfSatisfying(FunctionRecord.Finished.class, finished -> {
                assertThat(finished.receiverBytes()).isZero();
                assertThat(finished.offsetMicros()).isNegative();
            });
        }
    }

    @Test
    void theResponseIsStreamedWithTheHeadersOfLambda() throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            api.invoke(FunctionRequests.of(new ProbeTask()));
            StubRuntimeApi.Answer answer = api.answer();

            assertThat(answer.requestLine())
                    .isEqualTo("POST " + StubRuntimeApi.PREFIX
                            + "/2018-06-01/runtime/invocation/request-1/response HTTP/1.1");
            assertThat(answer.headers())
                    .containsEntry("Lambda-Runtime-Function-Response-Mode", "streaming")
                    .containsEntry("Transfer-Encoding", "chunked")
                    .containsEntry("Content-Type", "application/x-ndjson")
                    .containsEntry("Connection", "close")
                    .containsEntry("Trailer", "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body")
                    .doesNotContainKey("Content-Length");
            assertThat(answer.trailers()).isEmpty();
        }
    }

    @Test
    void aMalformedEventFailsAsBadRequest() throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            api.invoke("{\"version\":7}");
            StubRuntimeApi.Answer answer = api.answer();

            assertThat(answer.records().get(0)).isInstanceOf(FunctionRecord.Ready.class);
            FunctionRecord.Failed failed = (FunctionRecord.Failed) answer.last();
            assertThat(failed.reason()).isEqualTo(FailureReason.BAD_REQUEST);
            assertThat(failed.message()).contains("version 7");
        }
    }

    @Test
    void theDeadlineEndsTheWaitForT0() throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            // The deadline of the service is before T0; the function reports one second before it.
            api.serviceDeadline(System.currentTimeMillis() + 2_000);
            api.invoke(FunctionRequests.of(FunctionRequests.iperf3(9, Direction.UPLOAD, 1, 1), 30_000, 60_000));

            assertThat(((FunctionRecord.Failed) api.answer().last()).reason()).isEqualTo(FailureReason.DEADLINE);
        }
    }

    @Test
    void closingTheLifelineTerminatesTheFunctionAndItsIperf3() throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                RealIperf3Server server = RealIperf3Server.start();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            ProcessHandle iperf3 = transferring(api, server, function);
            function.cutLifeline();

            assertThat(function.endsWithin(10)).isTrue();
            iperf3.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTerminatedFunctionTerminatesItsIperf3() throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                RealIperf3Server server = RealIperf3Server.start();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            ProcessHandle iperf3 = transferring(api, server, function);
            function.terminate();

            assertThat(function.endsWithin(10)).isTrue();
            iperf3.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aDisconnectedServiceStopsTheTaskAndTheFunction() throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                RealIperf3Server server = RealIperf3Server.start();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            ProcessHandle iperf3 = transferring(api, server, function);
            api.close();

            assertThat(function.endsWithin(10)).isTrue();
            iperf3.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theBootstrapStartsTheFunctionAsOnLambda(@TempDir Path root, TestReporter reporter) throws Exception {
        Files.createDirectories(root.resolve("lib"));
        FunctionProcess.packJar(root.resolve("lib/faasnetlab-function.jar"));
        Files.copy(FunctionProcess.jacksonCore(), root.resolve("lib/jackson-core.jar"));
        List<String> command =
                List.of("lambda-functions/bootstrap", "/var/lang/bin/java", "-XX:+UseParallelGC", "ignored.Main");
        Map<String, String> environment = Map.of(
                "LAMBDA_TASK_ROOT", root.toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128");
        long begin = System.nanoTime();
        try (StubRuntimeApi api = new StubRuntimeApi();
                FunctionProcess function = FunctionProcess.start(command, api, environment)) {
            reporter.publishEntry("exec of bootstrap to first poll", (api.nextPoll() - begin) / 1_000_000 + " ms");
            api.invoke(FunctionRequests.of(new ProbeTask()));

            FunctionRecord.Ready ready =
                    (FunctionRecord.Ready) api.answer().records().get(0);
            assertThat(ready.memoryMb()).isEqualTo(128);
        }
    }

    private static ProcessHandle transferring(StubRuntimeApi api, RealIperf3Server server, FunctionProcess function)
            throws IOException, InterruptedException {
        api.invoke(FunctionRequests.of(FunctionRequests.iperf3(server.port(), Direction.UPLOAD, 60, 1), 0, 120_000));
        api.untilMeasured();
        return function.handle().children().findFirst().orElseThrow();
    }
}
