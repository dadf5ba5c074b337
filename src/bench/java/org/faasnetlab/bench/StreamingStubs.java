package org.faasnetlab.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.workload.Cell;

/** Fake functions: all report an interval every 100 ms in real time, from one thread. */
public final class StreamingStubs implements LambdaInvoker {
    private static final int STEP_MICROS = 100_000;
    private static final int BYTES = 7_800_000;

    private final int seconds;
    private final Results results;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<InvocationListener> listeners = new ArrayList<>();
    private boolean ticking;
    private int step;

    /** What the functions report beside their bytes. */
    interface Results {
        /** @param transfer without probes */
        FunctionRecord.Finished finished(FunctionRecord.Finished transfer, int functionIndex);

        MetricValues ofInterval(int functionIndex);
    }

    private static final Results WITHOUT_PROBES = new Results() {
        @Override
        public FunctionRecord.Finished finished(FunctionRecord.Finished transfer, int functionIndex) {
            return transfer;
        }

        @Override
        public MetricValues ofInterval(int functionIndex) {
            return MetricValues.NONE;
        }
    };

    /** @param seconds how long each function reports */
    public StreamingStubs(int seconds) {
        this(seconds, WITHOUT_PROBES);
    }

    StreamingStubs(int seconds, Results results) {
        this.seconds = seconds;
        this.results = results;
    }

    @Override
    public synchronized Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener) {
        listeners.add(listener);
        listener.onRecord(new FunctionRecord.Ready(
                "sandbox-" + request.functionIndex(), "log", true, 1769, "amd64", "Java 17", 0, "3.12"));
        if (!ticking) {
            ticking = true;
            long wait = Math.max(0, request.startAtEpochMs() - System.currentTimeMillis());
            clock.scheduleAtFixedRate(this::tick, wait, 100, TimeUnit.MILLISECONDS);
        }
        return () -> listener.onEnd(new InvocationEnd.Cancelled());
    }

    private synchronized void tick() {
        if (step > seconds * 10) {
            return;
        }
        for (int function = 0; function < listeners.size(); function++) {
            InvocationListener listener = listeners.get(function);
            if (step == 0) {
                listener.onRecord(new FunctionRecord.Started(0));
            } else {
                listener.onRecord(new FunctionRecord.Measured(
                        new Interval((step - 1L) * STEP_MICROS, STEP_MICROS, BYTES, 0L, results.ofInterval(function))));
            }
            if (step == seconds * 10) {
                long bytes = (long) step * BYTES;
                listener.onRecord(results.finished(
                        new FunctionRecord.Finished(bytes, bytes, 0, (long) step * STEP_MICROS, null, null, null, null),
                        function));
                listener.onEnd(new InvocationEnd.Complete());
            }
        }
        step++;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** A placeholder for a testbed that is never used. */
    public static final class NoTestbed implements Testbed {
        @Override
        public String name() {
            return "Stubs";
        }

        @Override
        public TestbedKind kind() {
            return TestbedKind.LOCAL;
        }

        @Override
        public ServiceEndpoint lambda() {
            return new ServiceEndpoint(
                    URI.create("http://127.0.0.1:1"), "us-east-1", new CredentialsSource.DefaultChain());
        }

        @Override
        public FunctionRef function(int memoryMb) {
            return new FunctionRef("function", String.valueOf(memoryMb));
        }

        @Override
        public TestbedLimits limits() {
            return new TestbedLimits(10_000, Duration.ofMillis(400), Duration.ofMillis(20));
        }

        @Override
        public SortedMap<String, String> environment() {
            return new TreeMap<>();
        }

        @Override
        public PreparedTrial prepare(Cell cell) {
            return new PreparedTrial() {
                @Override
                public Task task(int functionIndex) {
                    return new ProbeTask();
                }

                @Override
                public int host(int functionIndex) {
                    return 0;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void stopFunctions() {}

        @Override
        public void close() {}
    }
}
