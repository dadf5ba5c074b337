package org.faasnetlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.faasnetlab.workload.udp.UdpMetrics;

/** Latency under load and loss in the kernel network, against {@code iperf3 -J}, {@code ping} and {@code tc -s} in it. */
final class KernelLatency implements Benchmark {
    private static final int PAIRS = 3;

    @Override
    public String name() {
        return "kernel-latency";
    }

    @Override
    public String description() {
        return "What the app reports of uploads over 50 Mbit/s in network namespaces, against iperf3 -J, ping and tc -s in the"
                + " same namespaces, " + PAIRS
                + " alternating pairs, medians: TCP with a queue of 200 ms (cubic 8 s, bbr 5"
                + " s, probes and pings every 20 ms), and UDP offered at 80 Mbit/s with a queue of 50 ms (3 s).";
    }

    /** What one tool reports. Times are milliseconds. */
    private record Observed(double bitsPerSecond, double tcpRtt, double echoRtt) {}

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        List<BenchmarkFigure> figures = new ArrayList<>();
        figures.addAll(tcp(bench, "cubic", 8));
        if (RawNetwork.hasCongestionControl("bbr")) {
            figures.addAll(tcp(bench, "bbr", 5));
        }
        figures.addAll(udp(bench));
        return figures;
    }

    private static List<BenchmarkFigure> tcp(BenchmarkLab bench, String congestion, int seconds) throws Exception {
        ExperimentPlan plan = BenchmarkLab.plan(
                "iperf3-single",
                "network=kernel",
                "link=50Mbit",
                "queue=200ms",
                "direction=upload",
                "tcpInfo=on",
                "probe=20ms",
                "congestion=" + congestion,
                "seconds=" + seconds);
        List<Observed> app = new ArrayList<>();
        List<Observed> raw = new ArrayList<>();
        List<Double> overPing = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            PingBeside ping = new PingBeside(seconds);
            FunctionRow function = bench.run(plan, ping).functions().get(0);
            overPing.add(value(function, ProbeMetrics.LOADED_P50) / 1000 / ping.medianMillis());
            app.add(new Observed(
                    function.bandwidth().bitsPerSecond(),
                    value(function, TcpMetrics.RTT) / 1000,
                    value(function, ProbeMetrics.LOADED_P50) / 1000));
            raw.add(raw(bench, plan, congestion));
        }
        String path = ", " + congestion;
        return List.of(
                BenchmarkFigure.forTheRecord("TCP's RTT, app, ms" + path, median(app, Observed::tcpRtt)),
                BenchmarkFigure.forTheRecord("TCP's RTT, iperf3 -J, ms" + path, median(raw, Observed::tcpRtt)),
                agreement("TCP's RTT, app over iperf3" + path, app, raw, Observed::tcpRtt),
                BenchmarkFigure.forTheRecord("probes under load, app, ms" + path, median(app, Observed::echoRtt)),
                BenchmarkFigure.forTheRecord("ping under load, ms" + path, median(raw, Observed::echoRtt)),
                BenchmarkFigure.within(
                        "probes over ping beside the same test" + path, BenchmarkLab.median(overPing), 0.95, 1.05),
                agreement("probes over ping beside iperf3" + path, app, raw, Observed::echoRtt),
                agreement("bandwidth, app over iperf3" + path, app, raw, Observed::bitsPerSecond));
    }

    /** A {@code ping} that begins with the transfer of a run's function. */
    private static final class PingBeside implements RunListener {
        private final int seconds;
        private final CompletableFuture<Process> ping = new CompletableFuture<>();

        PingBeside(int seconds) {
            this.seconds = seconds;
        }

        @Override
        public void onEvent(RunEvent event) {
            if (event instanceof RunEvent.FunctionReported reported
                    && reported.functionRecord() instanceof FunctionRecord.Started) {
                ping.completeAsync(this::start);
            }
        }

        private Process start() {
            try {
                return RawNetwork.startPing(RawNetwork.functionEntry(), RawNetwork.FIRST_SERVER, seconds);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        double medianMillis() throws Exception {
            return BenchmarkLab.median(RawNetwork.millis(ping.get(1, TimeUnit.MINUTES)));
        }
    }

    private static Observed raw(BenchmarkLab bench, ExperimentPlan plan, String congestion) throws Exception {
        try (PreparedTrial prepared =
                bench.testbed().prepare(plan.trials().get(0).cell())) {
            prepared.startAt(Instant.now());
            Iperf3Task task = (Iperf3Task) prepared.task(0);
            List<String> entry = RawNetwork.functionEntry();
            Process ping = RawNetwork.startPing(entry, task.host(), task.seconds());
            JsonNode answer = PlainIperf3Client.run(entry, task, "-i", "0.1", "-C", congestion);
            List<Double> rtts = new ArrayList<>();
            for (JsonNode interval : answer.path("intervals")) {
                rtts.add(interval.path("streams").path(0).path("rtt").asDouble() / 1000);
            }
            return new Observed(
                    PlainIperf3Client.receivedBitsPerSecond(answer),
                    BenchmarkLab.median(rtts),
                    BenchmarkLab.median(RawNetwork.millis(ping)));
        }
    }

    private static List<BenchmarkFigure> udp(BenchmarkLab bench) throws Exception {
        ExperimentPlan plan = BenchmarkLab.plan(
                "udp-capacity",
                "network=kernel",
                "link=50Mbit",
                "queue=50ms",
                "direction=upload",
                "rate=80Mbit",
                "seconds=3");
        List<Double> app = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        List<Double> appOverTc = new ArrayList<>();
        List<Double> appOverRaw = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            // A run begins with new queues.
            app.add(value(bench.run(plan).functions().get(0), UdpMetrics.LOSS));
            RawNetwork.QueueCounters ofApp = RawNetwork.towardsServers();
            appOverTc.add(app.get(pair) / ofApp.droppedShare());
            raw.add(rawLoss(bench, plan));
            appOverRaw.add(app.get(pair) / raw.get(pair));
        }
        return List.of(
                BenchmarkFigure.forTheRecord("UDP loss, app, %", 100 * BenchmarkLab.median(app)),
                BenchmarkFigure.forTheRecord("UDP loss, iperf3 -J, %", 100 * BenchmarkLab.median(raw)),
                BenchmarkFigure.within(
                        "UDP loss, app over tc of the same test", BenchmarkLab.median(appOverTc), 0.95, 1.05),
                BenchmarkFigure.within("UDP loss, app over iperf3", BenchmarkLab.median(appOverRaw), 0.95, 1.05));
    }

    private static double rawLoss(BenchmarkLab bench, ExperimentPlan plan) throws Exception {
        try (PreparedTrial prepared =
                bench.testbed().prepare(plan.trials().get(0).cell())) {
            prepared.startAt(Instant.now());
            JsonNode answer = PlainIperf3Client.run(RawNetwork.functionEntry(), (UdpTask) prepared.task(0));
            return answer.path("end").path("sum").path("lost_percent").asDouble() / 100;
        }
    }

    private static double value(FunctionRow function, Metric metric) {
        return Objects.requireNonNull(function.value(metric), metric.id());
    }

    private static double median(List<Observed> all, ToDoubleFunction<Observed> value) {
        return BenchmarkLab.median(all.stream().map(value::applyAsDouble).toList());
    }

    private static BenchmarkFigure agreement(
            String name, List<Observed> app, List<Observed> raw, ToDoubleFunction<Observed> value) {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < app.size(); pair++) {
            ratios.add(value.applyAsDouble(app.get(pair)) / value.applyAsDouble(raw.get(pair)));
        }
        return BenchmarkFigure.within(name, BenchmarkLab.median(ratios), 0.95, 1.05);
    }
}
