package org.faasnetlab.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testbed.PreparedTrial;

/** The bandwidth that the app reports against a plain iperf3 client on the same path, in alternating pairs. */
final class Iperf3Fidelity implements Benchmark {
    private static final int PAIRS = 5;

    private final Way way;

    /** What carries the packets. */
    private enum Way {
        RELAY("iperf3-fidelity", "on the same relay", "relay"),
        KERNEL("kernel-network-fidelity", "in the same network namespaces", "kernel");

        private final String benchmark;
        private final String words;
        private final String network;

        Way(String benchmark, String words, String network) {
            this.benchmark = benchmark;
            this.words = words;
            this.network = network;
        }
    }

    private Iperf3Fidelity(Way way) {
        this.way = way;
    }

    static Iperf3Fidelity ofRelay() {
        return new Iperf3Fidelity(Way.RELAY);
    }

    /** Linux only. */
    static Iperf3Fidelity ofKernelNetwork() {
        return new Iperf3Fidelity(Way.KERNEL);
    }

    @Override
    public String name() {
        return way.benchmark;
    }

    @Override
    public String description() {
        return "The app's figure of an iperf3 run against a plain iperf3 client " + way.words
                + ", 5 alternating pairs of 5 s, medians; and the sum of the app's intervals against iperf3's own end summary"
                + " of the same run.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        List<BenchmarkFigure> figures = new ArrayList<>();
        for (String link : List.of("625Mbit", "5Gbit")) {
            for (String direction : List.of("download", "upload")) {
                figures.addAll(compare(bench, link, direction));
            }
        }
        return figures;
    }

    private List<BenchmarkFigure> compare(BenchmarkLab bench, String link, String direction) throws Exception {
        ExperimentPlan plan = BenchmarkLab.plan(
                "iperf3-single",
                "network=" + way.network,
                "link=" + link,
                "direction=" + direction,
                "seconds=5",
                "functions=1");
        List<Double> ratios = new ArrayList<>();
        List<Double> app = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            RunData run = bench.run(plan);
            FunctionRow function = run.functions().get(0);
            app.add(function.bandwidth().bitsPerSecond());
            sums.add(Math.abs(intervalBytes(run) / (double) reportedBytes(function, direction) - 1) * 100);
            plain.add(plain(bench, plan.trials().get(0)));
            ratios.add(app.get(pair) / plain.get(pair));
        }
        String path = link + " " + direction;
        return List.of(
                BenchmarkFigure.forTheRecord("app, Mbit/s, " + path, BenchmarkLab.median(app) / 1e6),
                BenchmarkFigure.forTheRecord("plain iperf3, Mbit/s, " + path, BenchmarkLab.median(plain) / 1e6),
                BenchmarkFigure.within("app over plain, ratio, " + path, BenchmarkLab.median(ratios), 0.98, 1.02),
                BenchmarkFigure.atMost(
                        "intervals against end summary, % off, " + path, BenchmarkLab.median(sums), 0.5));
    }

    private double plain(BenchmarkLab bench, Trial trial) throws Exception {
        try (PreparedTrial prepared = bench.testbed().prepare(trial.cell())) {
            prepared.startAt(Instant.now());
            List<String> entry = way == Way.RELAY ? List.of() : RawNetwork.functionEntry();
            return PlainIperf3Client.receivedBitsPerSecond(PlainIperf3Client.run(entry, (Iperf3Task) prepared.task(0)));
        }
    }

    private static long intervalBytes(RunData run) {
        return run.intervals().stream()
                .map(StoredInterval::interval)
                .mapToLong(interval -> interval.bytes())
                .sum();
    }

    /** The intervals count the client's bytes: received, or sent. */
    private static long reportedBytes(FunctionRow function, String direction) {
        return direction.equals("download") ? function.receiverBytes() : function.senderBytes();
    }
}
