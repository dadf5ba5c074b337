package org.faasnetlab.experiment;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.AnswerMode;
import org.faasnetlab.invoke.Credentials;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialFacts;
import org.faasnetlab.testbed.TrialSpec;
import org.faasnetlab.testbed.Workload;

/** A testbed that keeps a log of what it was asked, and fails where a test wants it to. */
final class FakeTestbed implements Testbed {
    final List<String> log = new ArrayList<>();
    final List<String> sandboxes = new ArrayList<>();
    CancelSignal.Work<Object> onPrepare = () -> "nothing";
    Runnable onStop = () -> {};
    BusyMeter busyMeter = BusyMeter.NONE;
    BusyMeter serverMeter = BusyMeter.NONE;
    BusyMeter serverDiskMeter = BusyMeter.NONE;
    TrialFacts facts = TrialFacts.NONE;
    LabException closeFailure;
    LabException lacking;
    LabException explanation;
    int maxFunctions = 1000;
    AnswerMode answers = AnswerMode.STREAMED;
    ServiceEndpoint lambda =
            new ServiceEndpoint(URI.create("http://127.0.0.1:1"), "us-east-1", new Credentials.DefaultChain());

    /** A foreseen failure of this testbed. */
    static final class NoServer extends LabException {
        NoServer() {
            super("No server could be started.", "Install iperf3.");
        }
    }

    @Override
    public String name() {
        return "Fake";
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
    public Optional<LabException> explain(InvocationEnd end) {
        return Optional.ofNullable(explanation);
    }

    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>(Map.of("os", "Test OS"));
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
    public PreparedTrial prepare(TrialSpec spec) throws LabException, InterruptedException {
        log.add("prepare");
        onPrepare.get();
        return new PreparedTrial() {
            @Override
            public Task task(int worker) {
                return spec.workload() instanceof Workload.Iperf3 test
                        ? new Task.Iperf3(
                                "127.0.0.1", 1, test.direction(), test.seconds(), test.streams(), 100, 0, null)
                        : new Task.Probe();
            }

            @Override
            public int host(int worker) {
                return worker % spec.network().hosts();
            }

            @Override
            public void runsIn(int worker, String sandboxId) {
                sandboxes.add(worker + " in " + sandboxId);
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
            public TrialFacts facts() {
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
