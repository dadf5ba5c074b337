package org.faasnetlab.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.faasnetlab.function.runtime.RuntimeApiClient;
import org.faasnetlab.function.runtime.RuntimeEvent;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.junit.jupiter.api.Test;

class InvocationHandlerTest {
    private static final long NOW = 1_800_000_000_000L;

    @Test
    void anUnexpectedErrorIsReportedInTheTrailersAndRethrown() throws Exception {
        FakeTimeSource broken = new FakeTimeSource(NOW) {
            @Override
            public void park(long forNanos) {
                throw new IllegalStateException("no clock");
            }
        };
        Task task = new S3GetTask(URI.create("http://127.0.0.1:9/key"), 1, 1, 1, 100);
        FunctionRequest request = new FunctionRequest("run", 0, 0, NOW + 1, NOW + 60_000, task);
        InvocationHandler handler = new InvocationHandler(
                new Sandbox(FunctionEnvironment.of(Map.of())),
                new JobTypes(FunctionMain.workloads(FunctionEnvironment.of(Map.of()), new ChildProcesses())),
                broken);
        try (StubRuntimeApi stub = new StubRuntimeApi()) {
            RuntimeEvent event = new RuntimeEvent("request-1", Long.MAX_VALUE, RequestJson.write(request));
            assertThatThrownBy(() -> handler.handle(
                            event, RuntimeApiClient.at(stub.address()).respond("request-1")))
                    .hasMessage("no clock");
            StubRuntimeApi.Answer answer = stub.answer();

            assertThat(answer.last()).isInstanceOf(FunctionRecord.Ready.class);
            assertThat(answer.trailers())
                    .containsEntry("Lambda-Runtime-Function-Error-Type", "Function.IllegalStateException");
        }
    }
}
