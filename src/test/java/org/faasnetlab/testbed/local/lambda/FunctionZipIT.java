package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.local.FunctionZip;
import org.faasnetlab.testing.local.SdkLambdaCaller;
import org.faasnetlab.testing.process.TestProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Runs the function package for AWS and invokes it with the AWS SDK's Lambda client and with the client of this
 * program.
 */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class FunctionZipIT {
    @TempDir
    Path folder;

    private final TestProcesses processes = new TestProcesses();
    private LocalLambdaService service;
    private SdkLambdaCaller sdk;
    private RealIperf3Server server;

    @BeforeEach
    void start() throws Exception {
        Path root = Files.createDirectory(folder.resolve("task"));
        service = new LocalLambdaService(
                FunctionZip.unpackedTo(root),
                new LocalTestbedSettings("iperf3", null, 10, Duration.ofMinutes(1), folder),
                processes,
                Clock.systemUTC());
        service.function(512);
        sdk = new SdkLambdaCaller(service.endpoint());
        server = RealIperf3Server.start();
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        sdk.close();
        service.close();
        processes.close();
    }

    @Test
    void theSdkClientReceivesRecordsWhileTheFunctionMeasures() throws Exception {
        SdkLambdaCaller.Stream stream = sdk.streamEvent("512", event());
        stream.awaitLines(4);
        assertThat(stream.isComplete()).isFalse();
        stream.awaitEnd();

        assertThat(stream.complete().errorCode()).isNull();
        assertThat(stream.response().responseStreamContentType()).isEqualTo("application/vnd.amazon.eventstream");
        assertMeasured(records(stream.text()));
    }

    @Test
    void theSdkClientReceivesTheWholeResponseOfABufferedInvocation() throws Exception {
        InvokeResponse response = sdk.invoke("512", event());

        assertThat(response.functionError()).isNull();
        assertMeasured(records(response.payload().asUtf8String()));
    }

    @ParameterizedTest
    @EnumSource(ResponseMode.class)
    void theClientOfThisProgramReceivesTheSame(ResponseMode mode) throws Exception {
        List<FunctionRecord> heard = new ArrayList<>();
        CompletableFuture<InvocationEnd> ended = new CompletableFuture<>();
        try (LambdaInvoker invoker = new SdkLambdaInvoker(service.endpoint(), mode, 1)) {
            invoker.invoke(new FunctionRef("faasnetlab", "512"), request(), new InvocationListener() {
                @Override
                public void onRecord(FunctionRecord functionRecord) {
                    heard.add(functionRecord);
                }

                @Override
                public void onEnd(InvocationEnd end) {
                    ended.complete(end);
                }
            });

            assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo(new InvocationEnd.Complete());
        }
        assertMeasured(heard);
    }

    private static void assertMeasured(List<FunctionRecord> records) {
        assertThat(records.get(0)).isInstanceOfSatisfying(FunctionRecord.Ready.class, ready -> {
            assertThat(ready.memoryMb()).isEqualTo(512);
            assertThat(ready.cold()).isTrue();
        });
        assertThat(records).anyMatch(FunctionRecord.Measured.class::isInstance);
        assertThat(records)
                .last()
                .isInstanceOfSatisfying(
                        FunctionRecord.Finished.class,
                        finished -> assertThat(finished.receiverBytes()).isPositive());
    }

    private static List<FunctionRecord> records(String text) throws Exception {
        List<FunctionRecord> records = new ArrayList<>();
        for (String line : text.lines().toList()) {
            records.add(RecordJson.read(line));
        }
        return records;
    }

    private String event() {
        return RequestJson.write(request());
    }

    private FunctionRequest request() {
        long now = System.currentTimeMillis();
        Task test = new Iperf3Task("127.0.0.1", server.port(), Direction.UPLOAD, 2, 1, 100, 0, null);
        return new FunctionRequest("run-1", 0, 0, now + 300, now + 50_000, test);
    }
}
