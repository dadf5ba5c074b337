package org.faasnetlab.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.faasnetlab.analysis.latency.LatencySummary;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.ProbeHistograms;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.latency.ProbeMetrics;

/** The round-trip times of 1,000 functions: their answers, the memory of the app, and the merged histograms. */
final class LatencyHistograms implements Benchmark {
    private static final int FUNCTIONS = 1_000;
    private static final int SECONDS = 30;

    /** The longest measurement of a function, with the most frequent probes. */
    private static final int LONGEST_SECONDS = 900;

    private static final int MOST_PROBES_PER_SECOND = 200;

    /** Probes every 20 ms. */
    private static final int PROBES_PER_SECOND = 50;

    private static final int PROBES_WITHOUT_LOAD = 100;

    /** Median and spread of times with and without load: from 0.2 to about 300 ms, as behind a queue of 200 ms. */
    private static final double IDLE_MEDIAN_NANOS = 4e5;

    private static final double LOADED_MEDIAN_NANOS = 6e7;
    private static final double IDLE_SIGMA = 0.3;
    private static final double LOADED_SIGMA = 0.6;

    /** AWS's limit of a response that is not streamed. */
    private static final double LIMIT_MEGABYTES = 6;

    @Override
    public String name() {
        return "latency-histograms";
    }

    @Override
    public String description() {
        return "1,000 stub functions with intervals every 100 ms and probes every 20 ms for 30 s, through runner, live model and"
                + " store, and the histograms of all of them merged; size of the answer of one function.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        ProbedStubs stubs = new ProbedStubs();
        try (StubbedRun stubbed = StubbedRun.notDrawn()) {
            RunRow ended = stubbed.run(
                    BenchmarkLab.plan(
                            "iperf3-concurrent", "functions=" + FUNCTIONS, "seconds=" + SECONDS, "probe=20ms"),
                    new StreamingStubs(SECONDS, stubs));
            RunData data = stubbed.store().load(ended.id()).orElseThrow();
            long begun = System.nanoTime();
            LatencySummary latency =
                    Objects.requireNonNull(LatencySummary.of(data.trials().get(0), data.functions(), data.probes()));
            double merging = (System.nanoTime() - begun) / 1e6;
            long probes = (long) FUNCTIONS * SECONDS * PROBES_PER_SECOND;
            return List.of(
                    BenchmarkFigure.within(
                            "round-trip times under load in the merged histogram",
                            latency.times().loaded().count(),
                            probes,
                            probes),
                    BenchmarkFigure.within(
                            "median of the merged histogram, ms",
                            Objects.requireNonNull(latency.times().loaded().quantile(0.5)) / 1e6,
                            LOADED_MEDIAN_NANOS / 1e6 * 0.99,
                            LOADED_MEDIAN_NANOS / 1e6 * 1.01),
                    BenchmarkFigure.forTheRecord("merging, ms", merging),
                    BenchmarkFigure.atMost(
                            "answer of a function of 30 s, MB", megabytes(SECONDS, PROBES_PER_SECOND), LIMIT_MEGABYTES),
                    BenchmarkFigure.atMost(
                            "answer of a function of 900 s with probes every 5 ms, MB",
                            megabytes(LONGEST_SECONDS, MOST_PROBES_PER_SECOND),
                            LIMIT_MEGABYTES),
                    BenchmarkFigure.atMost("memory of the process, MiB", stubbed.mostMebibytes(), 1024));
        }
    }

    /** The size of the lines that a function writes. */
    private static double megabytes(int seconds, int probesPerSecond) {
        ProbedStubs stubs = new ProbedStubs(seconds * probesPerSecond);
        long bytes = 0;
        for (int interval = 0; interval < seconds * 10; interval++) {
            bytes += size(new FunctionRecord.Measured(
                    new Interval(interval * 100_000L, 100_000, 7_812_345, 12L, stubs.ofInterval(0))));
        }
        long transferred = seconds * 78_123_456L;
        bytes += size(stubs.finished(
                new FunctionRecord.Finished(
                        transferred,
                        transferred,
                        123_456,
                        seconds * 1_000_000L,
                        1_234L,
                        1_448,
                        null,
                        1_234_567L,
                        0.123),
                0));
        return bytes / 1e6;
    }

    private static int size(FunctionRecord line) {
        return RecordJson.write(line).getBytes(StandardCharsets.UTF_8).length + 1;
    }

    /** Functions whose round-trip times are drawn from a logarithmic normal distribution. */
    private static final class ProbedStubs implements StreamingStubs.Results {
        private final int loadedProbes;
        private final SplittableRandom random = new SplittableRandom(1);

        ProbedStubs() {
            this(SECONDS * PROBES_PER_SECOND);
        }

        ProbedStubs(int loadedProbes) {
            this.loadedProbes = loadedProbes;
        }

        @Override
        public FunctionRecord.Finished finished(FunctionRecord.Finished transfer, int functionIndex) {
            ProbeHistograms times = new ProbeHistograms(
                    histogram(PROBES_WITHOUT_LOAD, IDLE_MEDIAN_NANOS, IDLE_SIGMA),
                    histogram(loadedProbes, LOADED_MEDIAN_NANOS, LOADED_SIGMA),
                    histogram(PROBES_WITHOUT_LOAD, IDLE_MEDIAN_NANOS, IDLE_SIGMA));
            MetricValues metrics = MetricValues.of(Map.of(
                    ProbeMetrics.SENT.id(),
                    (double) loadedProbes,
                    ProbeMetrics.LOST.id(),
                    0.0,
                    ProbeMetrics.LATE.id(),
                    0.0,
                    ProbeMetrics.LOADED_P50.id(),
                    micros(times.loaded(), 0.5),
                    ProbeMetrics.LOADED_P99.id(),
                    micros(times.loaded(), 0.99),
                    ProbeMetrics.IDLE_P50.id(),
                    micros(times.idle(), 0.5)));
            return transfer.withProbes(metrics, times);
        }

        private LatencyHistogram histogram(int probes, double median, double sigma) {
            long[] nanos = new long[probes];
            for (int probe = 0; probe < probes; probe++) {
                nanos[probe] = Math.round(drawn(median, sigma));
            }
            return LatencyHistogram.of(nanos);
        }

        private double drawn(double median, double sigma) {
            return median * Math.exp(sigma * random.nextGaussian());
        }

        private static double micros(LatencyHistogram times, double share) {
            return Objects.requireNonNull(times.quantile(share)) / 1000;
        }

        @Override
        public MetricValues ofInterval(int functionIndex) {
            double rtt = Math.round(drawn(LOADED_MEDIAN_NANOS, LOADED_SIGMA)) / 1000.0;
            return MetricValues.of(Map.of(
                    ProbeMetrics.RTT.id(), rtt, ProbeMetrics.RTT_MAX.id(), rtt * 2, ProbeMetrics.LOST.id(), 0.0));
        }
    }
}
