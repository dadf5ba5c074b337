package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.image.PngWriter;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Factors;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.run.FakeInvoker;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workload with custom metrics, defined only in this class: it runs, and its metrics are shown live, stored, exported
 * and charted without a change elsewhere.
 */
class CustomWorkloadTest {
    private static final Metric RTT = new Metric(
            "rtt_us", "Round-trip time", Unit.MICROSECONDS, Aggregation.MEAN, Aggregation.MEDIAN, Better.LOWER);
    private static final Metric LOSS =
            new Metric("loss", "Packet loss", Unit.RATIO, Aggregation.MEAN, Aggregation.MEAN, Better.LOWER);

    private enum PingType implements WorkloadType {
        PING;

        @Override
        public String id() {
            return "ping";
        }

        @Override
        public String parallelism() {
            return "sender";
        }

        @Override
        public boolean needsServerPort() {
            return false;
        }

        @Override
        public String title(String directions, boolean concurrent) {
            return "Ping";
        }

        @Override
        public List<Metric> intervalMetrics() {
            return List.of(Metrics.BANDWIDTH, RTT);
        }

        @Override
        public List<Metric> functionMetrics() {
            return List.of(Metrics.BANDWIDTH, RTT, LOSS);
        }

        @Override
        public List<TaskType<?>> taskTypes() {
            return List.of();
        }

        @Override
        public WorkloadSettings defaults() {
            return new PingSettings(1);
        }

        @Override
        public List<WorkloadSetting> settings() {
            return List.of();
        }

        @Override
        public Workload restore(WorkloadRecord stored) {
            return new PingWorkload(stored.direction(), stored.requireSeconds());
        }
    }

    private record PingSettings(int seconds) implements WorkloadSettings {
        @Override
        public WorkloadType type() {
            return PingType.PING;
        }

        @Override
        public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
            return List.of(new PingWorkload(direction, seconds));
        }

        @Override
        public long combinations() {
            return 1;
        }
    }

    private record PingWorkload(Direction direction, int seconds) implements Workload {
        @Override
        public WorkloadType type() {
            return PingType.PING;
        }

        @Override
        public Workload withDirection(Direction value) {
            return new PingWorkload(value, seconds);
        }

        @Override
        public int intervalMs() {
            return 100;
        }

        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public TransferExtent extent() {
            return new TransferExtent.Time(seconds, 0);
        }

        @Override
        public SortedMap<String, String> details() {
            return new TreeMap<>();
        }
    }

    private final RunnerHarness lab = new RunnerHarness();
    private final List<Double> live = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void itsMetricsAreLiveStoredExportedAndCharted() throws Exception {
        try (DuckDbRunStore store =
                new DuckDbRunStore(folder.resolve("store"), new Workloads(List.of(PingType.PING)))) {
            RunRow run = run(store);
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            // 1 ms and 2 ms in the first interval, 1.45 and 2.45 ms in the last; then one function has finished.
            assertThat(live).startsWith(1_000.0, 1_500.0).endsWith(1_950.0, 2_450.0);

            checkStore(store, run);
            checkCsv(store, run);
            checkJson(store, run);
            checkCharts(store, run);
        }
    }

    private RunRow run(DuckDbRunStore store) throws Exception {
        lab.invoker.script(CustomWorkloadTest::ping);
        ExperimentRunner runner = new ExperimentRunner(
                new ExperimentRunner.Services(
                        (endpoint, answers, maxFunctions) -> lab.invoker,
                        store,
                        lab.time,
                        lab.leads,
                        () -> "run-1",
                        PRESETS,
                        "1.0"),
                lab.threads::add,
                () -> lab.time);
        RunProgress progress = new RunProgress(lab.time);
        ActiveRun active = runner.start(
                new ExperimentPlan(
                        "ping",
                        "Ping",
                        new PingSettings(1),
                        new Factors(List.of(1769), List.of(2), List.of(Direction.DOWNLOAD)),
                        100,
                        NetworkSettings.REAL,
                        Repetition.ONCE),
                lab.testbed,
                event -> {
                    progress.onEvent(event);
                    Double now = progress.latest(RTT);
                    if (now != null && (live.isEmpty() || !now.equals(live.get(live.size() - 1)))) {
                        live.add(now);
                    }
                });
        lab.threads.remove().run();
        return active.ended().toCompletableFuture().join();
    }

    private static void ping(FakeInvoker.Attempt attempt) {
        int functionIndex = attempt.request.functionIndex();
        attempt.at(attempt.t0(), () -> {
            say(attempt, new FunctionRecord.Ready("sandbox", "log", true, 1769, "amd64", "Java 17", 0, null));
            say(attempt, new FunctionRecord.Started(0));
        });
        for (int step = 0; step < 10; step++) {
            double rtt = 1_000 * (functionIndex + 1) + 50 * step;
            // Metrics that the workload does not declare are not stored.
            MetricValues metrics = MetricValues.of(Map.of(RTT.id(), rtt, "undeclared", 1));
            Interval interval = new Interval(step * 100_000L, 100_000, 64, null, metrics);
            attempt.at(
                    attempt.t0().plusMillis(100L * (step + 1)),
                    () -> say(attempt, new FunctionRecord.Measured(interval)));
        }
        MetricValues totals = MetricValues.of(Map.of(RTT.id(), 1_234.5 * (functionIndex + 1), LOSS.id(), 0.25));
        attempt.at(attempt.t0().plusMillis(1_100), () -> {
            say(attempt, new FunctionRecord.Finished(640, 640, 0, 1_000_000, null, null, null, null, null, totals));
            attempt.end(new InvocationEnd.Complete());
        });
    }

    /** Sends a record as a function does: as a line of JSON. */
    private static void say(FakeInvoker.Attempt attempt, FunctionRecord functionRecord) {
        try {
            attempt.say(RecordJson.read(RecordJson.write(functionRecord)));
        } catch (ProtocolException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void checkStore(DuckDbRunStore store, RunRow run) throws Exception {
        TrialRow trial = store.trials(run.id()).get(0);
        assertThat(trial.workload()).isEqualTo(new PingWorkload(Direction.DOWNLOAD, 1));
        List<StoredInterval> intervals = store.intervals(run.id(), 0);
        assertThat(intervals).hasSize(20);
        assertThat(intervals.get(12))
                .isEqualTo(new StoredInterval(
                        0, 1, new Interval(200_000, 100_000, 64, null, MetricValues.of(RTT.id(), 2_100))));
        FunctionRow second = store.functions(run.id()).get(1);
        assertThat(second.value(RTT)).isEqualTo(2_469);
        assertThat(second.value(LOSS)).isEqualTo(0.25);
        assertThat(second.value(Metrics.BANDWIDTH)).isEqualTo(5_120);
        assertThat(second.value(Metrics.CPU)).isNull();
    }

    private void checkCsv(DuckDbRunStore store, RunRow run) throws Exception {
        Path file = folder.resolve("run.csv");
        new CsvExport().write(store, run, file);
        List<String> intervals = Files.readAllLines(file);
        assertThat(intervals.get(0)).endsWith(",repetition,network,rtt_ms");
        assertThat(intervals.get(13))
                .isEqualTo("run-1,0,1,download,0.200000,0.100000,64,5120,,"
                        + "ping,1769,2,1,,unlimited,1,unlimited,0,real,2.100");
        List<String> functions = Files.readAllLines(CsvExport.functionsFile(file));
        assertThat(functions.get(0)).endsWith(",repetition,network,rtt_ms,loss");
        assertThat(functions.get(1)).endsWith(",0,real,1.2345,0.2500");
    }

    private void checkJson(DuckDbRunStore store, RunRow run) throws Exception {
        Path file = folder.resolve("run.json");
        new JsonExport().write(store, run, file);
        assertThat(Files.readString(file))
                .contains("\"bit_per_s\": 5120, \"retransmits\": null, \"rtt_ms\": 2.100")
                .containsPattern("\"rtt_ms\": 1\\.2345,\\s+\"loss\": 0\\.2500");
    }

    private static void checkCharts(DuckDbRunStore store, RunRow run) throws Exception {
        RunCharts charts = RunCharts.withPublishedData(ZoneOffset.UTC);
        TrialRow trial = store.trials(run.id()).get(0);
        ChartData timeline =
                charts.timeline(store, new TrialChartSource(run, 1, trial, store.functions(run.id())), RTT);
        assertThat(timeline.table().columns()).containsExactly("line", "second", "rtt_ms");
        assertThat(timeline.table().rows()).hasSize(10);
        assertThat(timeline.table().rows().get(2)).containsExactly("Round-trip time", 0.25, 1.6);
        checkPicture(timeline);

        RunChartSource source = RunChartSource.read(store, run);
        ChartData distribution = charts.distribution(source, LOSS);
        assertThat(distribution.table().columns()).containsExactly("cell", "value", "loss_percent", "share_percent");
        assertThat(distribution.table().rows())
                .anySatisfy(row -> assertThat(row.subList(1, 4)).containsExactly("median", 25.0, ""));
        checkPicture(distribution);

        ChartData byFactor = charts.byFactor(source, FactorData.Style.BARS, RTT);
        List<Object> row = byFactor.table().rows().get(0);
        assertThat((double) row.get(3)).as("median").isCloseTo(1.85175, within(1e-9));
        assertThat((double) row.get(4)).as("mean of both").isCloseTo(1.85175, within(1e-9));
        checkPicture(byFactor);
    }

    private static void checkPicture(ChartData chart) throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        new PngWriter().write(chart.draw(ChartTheme.LIGHT), png);
        assertThat(ImageIO.read(new ByteArrayInputStream(png.toByteArray())).getWidth())
                .isEqualTo(PngWriter.WIDTH * PngWriter.SCALE);
    }
}
