package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests metrics that are not part of the original tables. */
class MetricColumnsTest {
    private static final Metric RTT = new Metric(
            "rtt_us",
            "Round-trip time",
            Metric.Unit.MICROSECONDS,
            Metric.Aggregation.MEAN,
            Metric.Aggregation.P95,
            Metric.Better.LOWER);
    private static final Metric LOST = new Metric(
            "lost", "Lost", Metric.Unit.COUNT, Metric.Aggregation.SUM, Metric.Aggregation.SUM, Metric.Better.LOWER);

    private final RunData plain = SampleRuns.small();
    private final RunData measured = withMetrics(SampleRuns.sharedHost());

    @TempDir
    Path directory;

    @Test
    void runsWithAndWithoutMetricsAreReadAsTheyWereSaved() throws StoreException {
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, plain);
            SampleRuns.save(store, measured);
            assertThat(store.load(plain.run().id())).contains(plain);
            assertThat(store.load(measured.run().id())).contains(measured);
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            assertThat(store.load(measured.run().id())).contains(measured);
            List<StoredInterval> streamed = new ArrayList<>();
            store.eachInterval(measured.run().id(), 0, streamed::add);
            assertThat(streamed)
                    .containsExactlyElementsOf(store.intervals(measured.run().id(), 0));
            store.delete(measured.run().id());
            SampleRuns.save(store, measured);
            assertThat(store.load(measured.run().id())).contains(measured);
        }
    }

    @Test
    void archivesContainTheMetricsOfTheirRuns() throws Exception {
        Path withThem = Files.createDirectories(directory.resolve("with"));
        Path without = Files.createDirectories(directory.resolve("without"));
        try (DuckDbRunStore store = new DuckDbRunStore(directory.resolve("here"))) {
            SampleRuns.save(store, plain);
            SampleRuns.save(store, measured);
            store.archive().exportRuns(List.of(measured.run().id()), withThem);
            store.archive().exportRuns(List.of(plain.run().id()), without);
        }
        assertThat(Files.readString(without.resolve("intervals.csv"))).doesNotContain(MetricColumns.PREFIX);
        assertThat(Files.readString(without.resolve("functions.csv"))).doesNotContain(MetricColumns.PREFIX);
        try (DuckDbRunStore store = new DuckDbRunStore(directory.resolve("there"))) {
            SampleRuns.save(store, plain);
            store.flush();
            store.archive().importRuns(withThem);
            assertThat(store.load(measured.run().id())).contains(measured);
            store.append(plain.run().id(), List.of(new StoredInterval(0, 0, new Interval(9_000_000, 100_000, 1, 0L))));
            assertThat(store.intervals(plain.run().id(), 0))
                    .hasSize((int) plain.intervals().stream()
                                    .filter(stored -> stored.trial() == 0)
                                    .count()
                            + 1);
        }
    }

    @Test
    void metricsAreAggregatedOverTimeAndThenOverFunctions() throws StoreException {
        String run = plain.run().id();
        List<StoredInterval> intervals = List.of(
                interval(0, 0, 100, 1),
                interval(0, 100_000, 300, 2),
                interval(1, 50_000, 500, 4),
                interval(0, 1_000_000, 700, 8));
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, new RunData(plain.run(), plain.trials(), plain.functions(), intervals));

            // The 95th percentile of 100 and 300 is 290; the mean of 290 and 500 is 395.
            assertThat(store.sums().metricBins(run, 0, RTT, 1_000_000))
                    .usingRecursiveFieldByFieldElementComparator()
                    .hasSize(2)
                    .satisfies(bins -> {
                        assertThat(bins.get(0).number()).isZero();
                        assertThat(bins.get(0).value()).isCloseTo(395, within(1e-9));
                        assertThat(bins.get(1)).isEqualTo(new IntervalSums.MetricBin(1, 700));
                    });
            assertThat(store.sums().metricBins(run, 0, LOST, 1_000_000))
                    .containsExactly(new IntervalSums.MetricBin(0, 7), new IntervalSums.MetricBin(1, 8));
            // 1,000 bytes in 100 ms are 80,000 bit/s; two functions send in the first second.
            assertThat(store.sums().metricBins(run, 0, Metrics.BANDWIDTH, 1_000_000))
                    .containsExactly(new IntervalSums.MetricBin(0, 160_000), new IntervalSums.MetricBin(1, 80_000));
            assertThat(store.sums().metricBins(run, 0, Metrics.RETRANSMITS, 1_000_000))
                    .isEmpty();
            assertThat(store.sums().metricBins(run, 0, Metrics.CPU, 1_000_000)).isEmpty();
        }
    }

    private static StoredInterval interval(int functionIndex, long offset, double rtt, double lost) {
        MetricValues metrics = MetricValues.of(Map.of(RTT.id(), rtt, LOST.id(), lost));
        return new StoredInterval(0, functionIndex, new Interval(offset, 100_000, 1_000, null, metrics));
    }

    /** Every other interval has a round-trip time; the first function has an additional metric. */
    private static RunData withMetrics(RunData run) {
        List<StoredInterval> intervals = new ArrayList<>();
        for (StoredInterval stored : run.intervals()) {
            Interval bare = stored.interval();
            MetricValues metrics = intervals.size() % 2 == 0
                    ? MetricValues.of(Map.of(RTT.id(), intervals.size() + 0.5, LOST.id(), 1))
                    : MetricValues.of(LOST.id(), intervals.size());
            intervals.add(new StoredInterval(
                    stored.trial(),
                    stored.functionIndex(),
                    new Interval(
                            bare.offsetMicros(), bare.durationMicros(), bare.bytes(), bare.retransmits(), metrics)));
        }
        List<FunctionRow> functions = new ArrayList<>(run.functions());
        functions.set(
                0, FunctionRowBuilder.like(functions.get(0)).metric(RTT, 12.25).row());
        return new RunData(run.run(), run.trials(), functions, intervals, run.evidence());
    }
}
