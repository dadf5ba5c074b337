package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.workload.PingWorkload.LOSS;
import static org.faasnetlab.testing.workload.PingWorkload.RTT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.image.PngWriter;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.cli.plan.PlanFormatter;
import org.faasnetlab.export.ChartSelection;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Factors;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.Settings;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.function.TaskTypes;
import org.faasnetlab.testing.run.FakeInvoker;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.workload.PingWorkload;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workload with a setting and metrics of its own, which the program does not know: it is planned, run, shown live,
 * stored, analysed, exported and charted without a change elsewhere.
 */
class CustomWorkloadTest {
    private static final Workloads WITH_PING =
            new Workloads(Stream.concat(Workloads.builtIn().types().stream(), Stream.of(PingWorkload.Type.PING))
                    .toList());
    private static final Settings SETTINGS_WITH_PING = new Settings(WITH_PING);

    private static final ExperimentPlan PLAN = new ExperimentPlan(
            "ping",
            "Ping",
            PingWorkload.Type.PING.defaults(),
            new Factors(List.of(1769), List.of(2), List.of(Direction.DOWNLOAD)),
            100,
            NetworkSettings.REAL,
            Repetition.ONCE);

    private final RunnerHarness lab = new RunnerHarness();
    private final List<Double> live = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void itsMetricsAreLiveStoredExportedAndCharted() throws Exception {
        try (DuckDbRunStore store = new DuckDbRunStore(folder.resolve("store"), WITH_PING)) {
            RunRow run = run(PLAN, store);
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            // 1 ms and 2 ms in the first interval, 1.45 and 2.45 ms in the last; then one function has finished.
            assertThat(live).startsWith(1_000.0, 1_500.0).endsWith(1_950.0, 2_450.0);

            checkStore(store, run);
            checkCsv(store, run);
            checkJson(store, run);
            checkCharts(store, run);
            checkMetricChoice(store, run);
        }
    }

    @Test
    void itsSettingsArePlannedBesideThoseOfEveryPlan() throws Exception {
        ExperimentPlan plan = SETTINGS_WITH_PING.apply(PLAN, List.of("payload=64,128", "functions=1,2"));

        assertThat(Setting.of(plan)).containsEntry("payload", "64,128").doesNotContainKeys("seconds", "objectMiB");
        assertThat(plan.trials())
                .extracting(trial -> trial.cell().workload())
                .containsExactlyInAnyOrder(ping(64), ping(128), ping(64), ping(128));
        assertThat(new PlanFormatter(PRESETS, network -> {}).forecast(plan))
                .anySatisfy(line -> assertThat(line).endsWith("SECONDS  SENDERS"));
        assertThatThrownBy(() -> SETTINGS_WITH_PING.apply(plan, List.of("payload=0")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("payload");
        assertThatThrownBy(() -> SETTINGS_WITH_PING.apply(plan, List.of("streams=4")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("does not apply to ping");
    }

    @Test
    void itsTaskIsWrittenToTheEventAndReadFromIt() throws Exception {
        FunctionRequest request = new FunctionRequest("run-1", 0, 1, 1, 2, new PingWorkload.PingTask("10.0.0.5", 64));

        String event = RequestJson.write(request);

        assertThat(RequestJson.read(event, PingWorkload.Type.PING.taskTypes())).isEqualTo(request);
        assertThatThrownBy(() -> RequestJson.read(event, TaskTypes.all()))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("unknown task 'ping'");
    }

    @Test
    void itsCellsAreAnalysedExportedAndCharted() throws Exception {
        Path data = folder.resolve("store");
        try (DuckDbRunStore store = new DuckDbRunStore(data, WITH_PING)) {
            RunRow run = run(SETTINGS_WITH_PING.apply(PLAN, List.of("payload=64,128")), store);

            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(shares)
                    .isSorted()
                    .last()
                    .satisfies(share -> assertThat(share).isGreaterThan(0.9));
            List<TrialRow> trials = store.trials(run.id());
            assertThat(trials).extracting(TrialRow::workload).containsExactlyInAnyOrder(ping(64), ping(128));
            assertThat(trials.get(0)
                            .cell()
                            .label(DirectionFormatter.text(Direction.DOWNLOAD))
                            .toString())
                    .isEqualTo("ping download, 2 functions, 1769 MB, 2 senders, 1 s");
            RunData loaded = store.load(run.id()).orElseThrow();
            assertThat(RunAnalysis.withBundledData().of(loaded).trials())
                    .extracting(findings -> findings.summary().finished())
                    .containsExactly(2, 2);
            List<Path> csv = new CsvExport().write(store, run, folder.resolve("ping.csv"));
            assertThat(Files.readString(csv.get(2))).contains(",ping,1769,2,2,,unlimited,1,unlimited,");
            Path json = folder.resolve("ping.json");
            new JsonExport().write(loaded, json);
            assertThat(Files.readString(json)).contains("\"transfer\": \"ping\"");
            assertThat(RunCharts.withPublishedData(ZoneOffset.UTC)
                            .of(ChartKind.BY_FACTOR, RunChartSource.read(store, run), Metrics.BANDWIDTH, true)
                            .table()
                            .rows())
                    .isNotEmpty();
        }
        try (DuckDbRunStore without = new DuckDbRunStore(data)) {
            assertThat(without.runs()).hasSize(1);
            assertThatThrownBy(() -> without.trials("run-1")).isInstanceOf(StoreException.class);
        }
    }

    private static Workload ping(int payload) {
        return new PingWorkload(Direction.DOWNLOAD, 1, payload);
    }

    private RunRow run(ExperimentPlan plan, DuckDbRunStore store) throws Exception {
        lab.invoker.script(CustomWorkloadTest::measure);
        ExperimentRunner runner = new ExperimentRunner(
                new ExperimentRunner.Services(
                        (endpoint, answers, maxFunctions) -> lab.invoker,
                        store,
                        lab.time,
                        lab.leads,
                        () -> "run-1",
                        PRESETS,
                        Map.of("app", "1.0")),
                lab.threads::add,
                () -> lab.time);
        RunProgress[] shown = new RunProgress[1];
        shown[0] = RunProgress.notifying(lab.time, event -> {
            RunProgress progress = shown[0];
            if (event instanceof RunEvent.FunctionReported) {
                shares.add(progress.snapshot().overall());
            }
            Double now = progress.latest(RTT);
            if (now != null && (live.isEmpty() || !now.equals(live.get(live.size() - 1)))) {
                live.add(now);
            }
        });
        ActiveRun active = runner.start(plan, lab.testbed, shown[0]);
        lab.threads.remove().run();
        return active.ended().toCompletableFuture().join();
    }

    private static void measure(FakeInvoker.Attempt attempt) {
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
        } catch (ProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkStore(DuckDbRunStore store, RunRow run) throws Exception {
        TrialRow trial = store.trials(run.id()).get(0);
        assertThat(trial.workload()).isEqualTo(ping(64));
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
                .isEqualTo("run-1,1,1,download,0.200000,0.100000,64,5120,,"
                        + "ping,1769,2,2,,unlimited,1,unlimited,0,real,2.100");
        List<String> functions = Files.readAllLines(CsvExport.functionsFile(file));
        assertThat(functions.get(0)).endsWith(",repetition,network,valid,invalid_reasons,rtt_ms,loss");
        assertThat(functions.get(1)).endsWith(",0,real,true,,1.2345,0.2500");
    }

    private void checkJson(DuckDbRunStore store, RunRow run) throws Exception {
        Path file = folder.resolve("run.json");
        new JsonExport().write(store, run, file);
        assertThat(Files.readString(file))
                .contains("\"bit_per_s\": 5120, \"retransmits\": null, \"rtt_ms\": 2.100")
                .containsPattern("\"rtt_ms\": 1\\.2345,\\s+\"loss\": 0\\.2500");
    }

    private void checkMetricChoice(DuckDbRunStore store, RunRow run) throws Exception {
        RunExporter exporter = new RunExporter(ZoneOffset.UTC);
        Path file = folder.resolve("rtt.csv");

        exporter.export(ExportFormat.CHART_CSV, store, run, selection(ChartKind.TIMELINE, "rtt_us"), file);
        assertThat(Files.readAllLines(file)).first().asString().startsWith("line,second,rtt_ms");
        exporter.export(ExportFormat.CHART_CSV, store, run, selection(ChartKind.DISTRIBUTION, "loss"), file);
        assertThat(Files.readAllLines(file)).first().asString().startsWith("cell,value,loss_percent");

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> exporter.export(
                        ExportFormat.CHART_CSV, store, run, selection(ChartKind.TIMELINE, "loss"), file))
                .withMessage("Chart timeline of this run has no metric \"loss\".")
                .satisfies(
                        failure -> assertThat(failure.nextStep()).isEqualTo("Available metrics: bit_per_s, rtt_us."));
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(
                        () -> exporter.export(ExportFormat.PNG, store, run, selection(ChartKind.GANTT, "rtt_us"), file))
                .withMessage("Chart gantt does not support --metric.");
    }

    private static ChartSelection selection(ChartKind kind, String metric) {
        return new ChartSelection(kind, metric, false, ChartTheme.LIGHT);
    }

    private static void checkCharts(DuckDbRunStore store, RunRow run) throws Exception {
        RunCharts charts = RunCharts.withPublishedData(ZoneOffset.UTC);
        TrialRow trial = store.trials(run.id()).get(0);
        ChartData timeline = charts.read(
                ChartKind.TIMELINE, store, new TrialChartSource(run, 1, trial, store.functions(run.id())), RTT, false);
        assertThat(timeline.table().columns()).containsExactly("line", "second", "rtt_ms");
        assertThat(timeline.table().rows()).hasSize(10);
        assertThat(timeline.table().rows().get(2)).containsExactly("Round-trip time", 0.25, 1.6);
        checkPicture(timeline);

        RunChartSource source = RunChartSource.read(store, run);
        ChartData distribution = charts.of(ChartKind.DISTRIBUTION, source, LOSS, false);
        assertThat(distribution.table().columns()).containsExactly("cell", "value", "loss_percent", "share_percent");
        assertThat(distribution.table().rows())
                .anySatisfy(row -> assertThat(row.subList(1, 4)).containsExactly("median", 25.0, ""));
        checkPicture(distribution);

        ChartData byFactor = charts.of(ChartKind.BY_FACTOR_BARS, source, RTT, false);
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
