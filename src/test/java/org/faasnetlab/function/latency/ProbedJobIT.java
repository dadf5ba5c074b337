package org.faasnetlab.function.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TimeSource;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.protocol.task.LatencyTask;
import org.junit.jupiter.api.Test;

/** Probes against the real echo server on loopback. */
class ProbedJobIT {
    private static final String KEY = "00112233445566778899aabbccddeeff";
    private static final int IDLE_MS = 100;

    private final List<FunctionRecord> records = new CopyOnWriteArrayList<>();

    @Test
    void probesMeasureBeforeDuringAndAfterTheTask() throws Exception {
        try (EchoServer server = server()) {
            FunctionRecord.Finished finished = run(new ProbeTarget("127.0.0.1", server.port(), KEY, 5, IDLE_MS));

            assertThat(finished.metrics().get("probes_sent")).isBetween(100.0, 210.0);
            assertThat(finished.metrics().get("probes_lost")).isZero();
            assertThat(finished.probes().idle().count()).isPositive();
            assertThat(finished.probes().loaded().count())
                    .isEqualTo(finished.metrics().get("probes_sent").longValue());
            assertThat(finished.probes().after().count()).isPositive();
            assertThat(finished.metrics().get("idle_rtt_p50_us")).isBetween(1.0, 500_000.0);
            assertThat(finished.metrics().get("loaded_rtt_p50_us"))
                    .as("nothing is transferred")
                    .isNull();
            assertThat(intervals().stream()
                            .filter(fit -> fit.interval().metrics().get("probe_rtt_us") != null))
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void ipv6AddressesWork() throws Exception {
        try (EchoServer server = new EchoServer(new InetSocketAddress("::1", 0), KEY)) {
            serve(server);

            assertThat(run(new ProbeTarget("::1", server.port(), KEY, 20, 0))
                            .metrics()
                            .get("probes_lost"))
                    .isZero();
        }
    }

    @Test
    void theTaskRunsWithoutAnAnswer() throws Exception {
        int port;
        try (EchoServer server = server()) {
            port = server.port();
        }

        FunctionRecord.Finished finished = run(new ProbeTarget("127.0.0.1", port, KEY, 100, 0));

        assertThat(finished.durationMicros()).isEqualTo(1_000_000);
        assertThat(finished.metrics().get("probe_loss")).isEqualTo(1);
        assertThat(finished.probes().isEmpty()).isTrue();
    }

    @Test
    void aServerWithAnotherKeyDoesNotAnswer() throws Exception {
        try (EchoServer server = server()) {
            String other = "ff" + KEY.substring(2);

            assertThat(run(new ProbeTarget("127.0.0.1", server.port(), other, 100, 0))
                            .metrics()
                            .get("probe_loss"))
                    .isEqualTo(1);
        }
    }

    @Test
    void theTaskRunsWithANameThatDoesNotResolve() throws Exception {
        FunctionRecord.Finished finished = run(new ProbeTarget("no-such-host.invalid", 9, KEY, 20, 0));

        assertThat(finished.metrics().get("probes_sent")).isZero();
        assertThat(intervals()).hasSize(10);
    }

    private FunctionRecord.Finished run(ProbeTarget target) throws Exception {
        StopSignal stop = new StopSignal();
        TrialClock clock =
                new TrialClock(TimeSource.system(), TimeSource.system().epochMicros() / 1000 + target.idleMs());
        TaskContext context = new TaskContext(records::add, stop, clock);
        try (Job job = new ProbedJob(LatencyJob.TYPE.prepare(new LatencyTask(1, 100)), target, null)) {
            job.warmUp();
            job.beforeStart(context);
            stop.await(target.idleMs() * 1_000_000L);
            return job.run(context);
        }
    }

    private List<FunctionRecord.Measured> intervals() {
        return records.stream()
                .filter(FunctionRecord.Measured.class::isInstance)
                .map(FunctionRecord.Measured.class::cast)
                .toList();
    }

    private static EchoServer server() throws Exception {
        EchoServer server = new EchoServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), KEY);
        serve(server);
        return server;
    }

    private static void serve(EchoServer server) {
        Thread thread = new Thread(server::serve, "echo");
        thread.setDaemon(true);
        thread.start();
    }
}
