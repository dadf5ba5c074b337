package org.faasnetlab.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.function.runtime.RuntimeApiClient;
import org.faasnetlab.function.runtime.RuntimeEvent;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.protocol.StartTime;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.junit.jupiter.api.Test;

class InvocationHandlerTest {
    private static final long NOW = 1_800_000_000_000L;

    @Test
    void aFunctionThatAwaitsItsStartRunsAtTheTimeOfTheSignal() throws Exception {
        FakeTimeSource time = new FakeTimeSource(NOW);
        List<FunctionRequest> asked = new ArrayList<>();
        FunctionRequest request = new FunctionRequest(
                "run",
                3,
                5,
                NOW,
                NOW + 600_000,
                true,
                new S3GetTask(URI.create("http://127.0.0.1:9/key"), 1, 1, 1, 100));

        StubRuntimeApi.Answer answer = handle(request, time, (awaiting, stop) -> {
            asked.add(awaiting);
            return Optional.of(new StartTime(NOW + 2, NOW + 60_000));
        });

        assertThat(asked).containsExactly(request);
        assertThat(time.epochMicros()).as("waited until T0").isGreaterThanOrEqualTo((NOW + 2) * 1000);
        assertThat(((FunctionRecord.Failed) answer.last()).reason()).isEqualTo(FailureReason.CONNECT_FAILED);
    }

    @Test
    void aFunctionWithoutWhichTheTrialStartsGivesUp() throws Exception {
        FunctionRequest request = new FunctionRequest(
                "run",
                0,
                0,
                NOW,
                NOW + 600_000,
                true,
                new S3GetTask(URI.create("http://127.0.0.1:9/key"), 1, 1, 1, 100));

        StubRuntimeApi.Answer answer = handle(request, new FakeTimeSource(NOW), (awaiting, stop) -> Optional.empty());

        assertThat(((FunctionRecord.Failed) answer.last()).reason()).isEqualTo(FailureReason.CANCELLED);
    }

    @Test
    void aJobIsRehearsedAfterReadyAndBeforeItAwaitsItsStart() throws Exception {
        List<String> calls = new ArrayList<>();
        FunctionRequest request = new FunctionRequest("run", 0, 0, NOW, NOW + 600_000, true, TASK);

        handle(request, new FakeTimeSource(NOW), List.of(new NotedType(calls, true)), (awaiting, stop) -> {
            calls.add("await");
            return Optional.of(new StartTime(NOW + 2, NOW + 60_000));
        });

        assertThat(calls).containsExactly("warmUp", "rehearse", "await", "beforeStart", "run");
    }

    /** The smallest functions have a fraction of a processor: a rehearsal there could last until after T0. */
    @Test
    void aJobIsRehearsedOnlyIfThereIsTimeBeforeT0() throws Exception {
        List<String> early = new ArrayList<>();
        List<String> late = new ArrayList<>();

        handle(
                new FunctionRequest("run", 0, 0, NOW + 1_001, NOW + 60_000, TASK),
                new FakeTimeSource(NOW),
                List.of(new NotedType(early, false)),
                (awaiting, stop) -> Optional.empty());
        handle(
                new FunctionRequest("run", 0, 0, NOW + 1_000, NOW + 60_000, TASK),
                new FakeTimeSource(NOW),
                List.of(new NotedType(late, false)),
                (awaiting, stop) -> Optional.empty());

        assertThat(early).containsExactly("warmUp", "rehearse", "beforeStart", "run");
        assertThat(late).containsExactly("warmUp", "beforeStart", "run");
    }

    private static final Task TASK = new S3GetTask(URI.create("http://127.0.0.1:9/key"), 1, 1, 1, 100);

    /**
     * Jobs that note in which order they are called.
     *
     * @param startsAtT0 false so that no test waits for it
     */
    private record NotedType(List<String> calls, boolean startsAtT0) implements JobType<S3GetTask> {
        @Override
        public TaskType<S3GetTask> taskType() {
            return S3GetTask.TYPE;
        }

        @Override
        public Job prepare(S3GetTask task) {
            return new Job() {
                @Override
                public boolean startsAtT0() {
                    return startsAtT0;
                }

                @Override
                public void warmUp() {
                    calls.add("warmUp");
                }

                @Override
                public void rehearse() {
                    calls.add("rehearse");
                }

                @Override
                public void beforeStart(TaskContext context) {
                    calls.add("beforeStart");
                }

                @Override
                public FunctionRecord.Finished run(TaskContext context) {
                    calls.add("run");
                    return new FunctionRecord.Finished(1, 1, 0, 1, null, null, null, null);
                }
            };
        }
    }

    private static StubRuntimeApi.Answer handle(
            FunctionRequest request, FakeTimeSource time, InvocationHandler.StartSource starts) throws Exception {
        return handle(
                request, time, FunctionMain.workloads(FunctionEnvironment.of(Map.of()), new ChildProcesses()), starts);
    }

    private static StubRuntimeApi.Answer handle(
            FunctionRequest request, FakeTimeSource time, List<JobType<?>> types, InvocationHandler.StartSource starts)
            throws Exception {
        InvocationHandler handler = new InvocationHandler(
                new Sandbox(FunctionEnvironment.of(Map.of())), new JobTypes(types), time, starts, null);
        try (StubRuntimeApi stub = new StubRuntimeApi()) {
            RuntimeEvent event = new RuntimeEvent("request-1", Long.MAX_VALUE, RequestJson.write(request));
            handler.handle(event, RuntimeApiClient.at(stub.address()).respond("request-1"));
            return stub.answer();
        }
    }

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
                broken,
                (awaiting, stop) -> Optional.empty(),
                null);
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
