package org.faasnetlab.testing.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.protocol.StartTime;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.run.trial.CancelSignal;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.StartSignal;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.jspecify.annotations.Nullable;

/** A testbed that records its calls, and fails where a test wants it to. */
public final class FakeTestbed implements Testbed {
    public final List<String> log = new ArrayList<>();
    public final List<String> sandboxes = new ArrayList<>();

    /** T0 of each trial, as it was announced to the links. */
    public final List<Instant> starts = new ArrayList<>();

    public CancelSignal.Work<Object> onPrepare = () -> "nothing";
    public Runnable onStop = () -> {};
    public BusyMeter busyMeter = BusyMeter.NONE;
    public BusyMeter serverMeter = BusyMeter.NONE;
    public BusyMeter serverDiskMeter = BusyMeter.NONE;
    public TrialConditions facts = TrialConditions.NONE;
    public LabException closeFailure;
    public LabException lacking;

    /** Why the testbed cannot be reserved, or null. */
    public LabException occupied;

    /** Expected durations of the runs that reserved the testbed. */
    public final List<Duration> reserved = new ArrayList<>();

    public int released;

    /** Receives the start signal; null if the start is in the event. */
    public @Nullable BiConsumer<StartTime, Set<Integer>> onStartSignal;

    public int closedSignals;
    public LabException explanation;
    public int maxFunctions = 1000;
    public ResponseMode answers = ResponseMode.STREAMED;
    public ServiceEndpoint lambda =
            new ServiceEndpoint(URI.create("http://127.0.0.1:1"), "us-east-1", new CredentialsSource.DefaultChain());

    /** An expected failure of this testbed. */
    public static final class NoServer extends LabException {
        public NoServer() {
            super(Kind.FAILED, "No server could be started.", "Install iperf3.");
        }
    }

    @Override
    public String name() {
        return "Fake";
    }

    @Override
    public TestbedKind kind() {
        return TestbedKind.AWS;
    }

    @Override
    public ServiceEndpoint lambda() {
        return lambda;
    }

    @Override
    public FunctionRef function(int memoryMb) {
        return new FunctionRef("function", String.valueOf(memoryMb));
    }

    @Override
    public TestbedLimits limits() {
        return new TestbedLimits(maxFunctions, Duration.ofMillis(400), Duration.ofMillis(20), answers);
    }

    @Override
    public void require(Workload workload) throws LabException {
        if (lacking != null) {
            throw lacking;
        }
    }

    @Override
    public Reservation reserve(Duration expected) throws LabException {
        if (occupied != null) {
            throw occupied;
        }
        reserved.add(expected);
        return () -> released++;
    }

    @Override
    public Optional<LabException> explain(InvocationEnd end) {
        return Optional.ofNullable(explanation);
    }

    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>(Map.of("os", "Test OS"));
    }

    @Override
    public Optional<StartSignal> startSignal(String run, int trial) {
        BiConsumer<StartTime, Set<Integer>> receiver = onStartSignal;
        return receiver == null
                ? Optional.empty()
                : Optional.of(new StartSignal() {
                    @Override
                    public void send(StartTime start, Set<Integer> functions) {
                        receiver.accept(start, functions);
                    }

                    @Override
                    public void close() {
                        closedSignals++;
                    }
                });
    }

    @Override
    public void beginRun() {
        sandboxes.add("run");
    }

    @Override
    public BusyMeter busyMeter() {
        return busyMeter;
    }

    @Override
    public PreparedTrial prepare(Cell cell) throws LabException, InterruptedException {
        log.add("prepare");
        onPrepare.get();
        return new PreparedTrial() {
            @Override
            public Task task(int functionIndex) {
                return cell.workload() instanceof Iperf3Workload test
                        ? new Iperf3Task(
                                "127.0.0.1",
                                1,
                                cell.directionOf(functionIndex),
                                test.seconds(),
                                test.streams(),
                                100,
                                0,
                                null)
                        : new ProbeTask();
            }

            @Override
            public int host(int functionIndex) {
                return functionIndex % cell.network().hosts();
            }

            @Override
            public void sandboxKnown(int functionIndex, String sandboxId) {
                sandboxes.add(functionIndex + " in " + sandboxId);
            }

            @Override
            public void startAt(Instant t0) {
                starts.add(t0);
            }

            @Override
            public BusyMeter serverMeter() {
                return serverMeter;
            }

            @Override
            public BusyMeter serverDiskMeter() {
                return serverDiskMeter;
            }

            @Override
            public TrialConditions conditions() {
                return facts;
            }

            @Override
            public void close() throws LabException {
                log.add("close");
                if (closeFailure != null) {
                    throw closeFailure;
                }
            }
        };
    }

    @Override
    public void stopFunctions() {
        log.add("stop");
        onStop.run();
    }

    @Override
    public void close() {}
}
