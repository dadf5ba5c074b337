package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Metrics;

/** What latency probes cost: bandwidth and processor time of a function with them against the same without. */
final class ProbeCost implements Benchmark {
    private static final int PAIRS = 5;
    private static final int SECONDS = 5;

    /** A probed function sends 2 s before the transfer, and 2 s after the queues had half a second to drain. */
    private static final double PROBED_SECONDS = SECONDS + 4.5;

    @Override
    public String name() {
        return "latency-probes";
    }

    @Override
    public String description() {
        return "Uploads of 5 s at 625 Mbit/s with latency probes every 20 ms against uploads without, " + PAIRS
                + " alternating pairs, medians of the pairs.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        // The first function of a process loads classes; both kinds of the pairs shall find them loaded.
        function(bench, "off", 1);
        List<Double> bandwidths = new ArrayList<>();
        List<Double> processors = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            FunctionRow without = function(bench, "off", SECONDS);
            FunctionRow with = function(bench, "20ms", SECONDS);
            bandwidths.add(
                    with.bandwidth().bitsPerSecond() / without.bandwidth().bitsPerSecond());
            processors.add((cpuMicros(with) - cpuMicros(without)) / (PROBED_SECONDS * 1e6) * 100);
        }
        return List.of(
                BenchmarkFigure.atLeast(
                        "bandwidth with probes over without, ratio", BenchmarkLab.median(bandwidths), 0.98),
                BenchmarkFigure.atMost(
                        "processor time of a function for probes, % of a core", BenchmarkLab.median(processors), 2));
    }

    private static FunctionRow function(BenchmarkLab bench, String probe, int seconds) throws Exception {
        return bench.run(BenchmarkLab.plan(
                        "iperf3-single", "link=625Mbit", "direction=upload", "seconds=" + seconds, "probe=" + probe))
                .functions()
                .get(0);
    }

    private static double cpuMicros(FunctionRow function) {
        return Objects.requireNonNull(function.value(Metrics.CPU), "processor time");
    }
}
