package org.faasnetlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.cli.plan.PlanFormatter;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Factors;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.Settings;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.function.TaskTypes;
import org.faasnetlab.testing.run.FakeInvoker;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workload that only this class knows is planned, run, stored, analysed, exported and charted. */
class MadeUpWorkloadTest {

    /** Messages of one size, to and fro over two sockets. */
    private enum EchoType implements WorkloadType {
        ECHO;

        @Override
        public String id() {
            return "echo";
        }

        @Override
        public String parallelism() {
            return "socket";
        }

        @Override
        public boolean needsServerPort() {
            return true;
        }

        @Override
        public String title(String directions, boolean concurrent) {
            return "Echo " + directions;
        }

        @Override
        public List<Metric> intervalMetrics() {
            return List.of(Metrics.BANDWIDTH);
        }

        @Override
        public List<Metric> functionMetrics() {
            return List.of(Metrics.BANDWIDTH);
        }

        @Override
        public List<TaskType<?>> taskTypes() {
            return List.of(EchoTask.TYPE);
        }

        @Override
        public WorkloadSettings defaults() {
            return new EchoSettings(List.of(64));
        }

        @Override
        public List<WorkloadSetting> settings() {
            return List.of(WorkloadSetting.of(
                    EchoSettings.class,
                    SettingDescription.factor(
                            "payload", "payload", "Payload", "bytes of a message, 1 to 1000", QuantityFormat.COUNT),
                    settings -> SettingValues.join(settings.payloads()),
                    (settings, text) -> new EchoSettings(SettingValues.integers(text, 1, 1000))));
        }

        @Override
        public Workload restore(WorkloadRecord stored) {
            return new Echo(stored.direction(), stored.requireSeconds(), stored.detail("payload", 64));
        }
    }

    /** What its function is asked to do. */
    private record EchoTask(String host, int payload) implements Task {
        static final TaskType<EchoTask> TYPE = new TaskType<>() {
            @Override
            public String id() {
                return "echo";
            }

            @Override
            public EchoTask read(JsonFields fields) throws ProtocolException {
                return new EchoTask(fields.text("host"), fields.integer("payload"));
            }
        };

        @Override
        public TaskType<EchoTask> type() {
            return TYPE;
        }

        @Override
        public void writeFields(JsonGenerator json) throws IOException {
            json.writeStringField("host", host);
            json.writeNumberField("payload", payload);
        }
    }

    private record EchoSettings(List<Integer> payloads) implements WorkloadSettings {
        @Override
        public WorkloadType type() {
            return EchoType.ECHO;
        }

        @Override
        public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
            return payloads.stream()
                    .map(payload -> (Workload) new Echo(direction, 1, payload))
                    .toList();
        }

        @Override
        public long combinations() {
            return payloads.size();
        }
    }

    private record Echo(Direction direction, int seconds, int payload) implements Workload {
        @Override
        public WorkloadType type() {
            return EchoType.ECHO;
        }

        @Override
        public Workload withDirection(Direction value) {
            return new Echo(value, seconds, payload);
        }

        @Override
        public int intervalMs() {
            return 100;
        }

        @Override
        public int parallelism() {
            return 2;
        }

        @Override
        public TransferExtent extent() {
            return new TransferExtent.Time(seconds, 0);
        }

        @Override
        public SortedMap<String, String> details() {
            return new TreeMap<>(Map.of("payload", String.valueOf(payload)));
        }
    }

    private static final Workloads WITH_ECHO =
            new Workloads(Stream.concat(Workloads.builtIn().types().stream(), Stream.of(EchoType.ECHO))
                    .toList());

    private static final Settings SETTINGS_WITH_ECHO = new Settings(WITH_ECHO);

    private static final ExperimentPlan PLAN = new ExperimentPlan(
            "echo",
            "Echo",
            EchoType.ECHO.defaults(),
            new Factors(List.of(1769), List.of(2), List.of(Direction.DOWNLOAD)),
            100,
            NetworkSettings.REAL,
            Repetition.ONCE);

    @TempDir
    Path folder;

    @Test
    void itsSettingsArePlannedBesideThoseOfEveryPlan() throws Exception {
        ExperimentPlan plan = SETTINGS_WITH_ECHO.apply(PLAN, List.of("payload=64,128", "functions=1,2"));

        assertThat(Setting.of(plan)).containsEntry("payload", "64,128").doesNotContainKeys("seconds", "objectMiB");
        assertThat(plan.trials())
                .extracting(trial -> trial.cell().workload())
                .containsExactlyInAnyOrder(echo(64), echo(128), echo(64), echo(128));
        assertThat(new PlanFormatter(PRESETS).forecast(plan))
                .anySatisfy(line -> assertThat(line).endsWith("SECONDS  SOCKETS"));
        assertThatThrownBy(() -> SETTINGS_WITH_ECHO.apply(plan, List.of("payload=0")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("payload");
        assertThatThrownBy(() -> SETTINGS_WITH_ECHO.apply(plan, List.of("streams=4")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("does not apply to echo");
    }

    @Test
    void itsTaskIsWrittenToTheEventAndReadFromIt() throws Exception {
        FunctionRequest request = new FunctionRequest("run-1", 0, 1, 1, 2, new EchoTask("10.0.0.5", 64));

        String event = RequestJson.write(request);

        assertThat(RequestJson.read(event, EchoType.ECHO.taskTypes())).isEqualTo(request);
        assertThatThrownBy(() -> RequestJson.read(event, TaskTypes.all()))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("unknown task 'echo'");
    }

    @Test
    void itRunsAndIsStoredAnalysedExportedAndCharted() throws Exception {
        ExperimentPlan plan = SETTINGS_WITH_ECHO.apply(PLAN, List.of("payload=64,128"));
        try (RunStore store = new DuckDbRunStore(folder.resolve("data"), WITH_ECHO)) {
            RunRow run = run(plan, store);

            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            List<TrialRow> trials = store.trials(run.id());
            assertThat(trials).extracting(TrialRow::workload).containsExactlyInAnyOrder(echo(64), echo(128));
            assertThat(trials.get(0).cell().label("download"))
                    .isEqualTo("echo download, 2 functions, 1769 MB, 2 sockets, 1 s");
            RunData data = store.load(run.id()).orElseThrow();
            assertThat(RunAnalysis.withBundledData().of(data).trials())
                    .extracting(findings -> findings.summary().finished())
                    .containsExactly(2, 2);
            List<Path> csv = new CsvExport().write(store, run, folder.resolve("echo.csv"));
            assertThat(Files.readString(csv.get(2))).contains(",echo,1769,2,2,,unlimited,1,unlimited,");
            Path json = folder.resolve("echo.json");
            new JsonExport().write(data, json);
            assertThat(Files.readString(json)).contains("\"transfer\": \"echo\"");
            assertThat(RunCharts.withPublishedData(ZoneOffset.UTC)
                            .of(ChartKind.BY_FACTOR, RunChartSource.read(store, run), true)
                            .table()
                            .rows())
                    .isNotEmpty();
        }
        try (RunStore without = new DuckDbRunStore(folder.resolve("data"))) {
            assertThat(without.runs()).hasSize(1);
            assertThatThrownBy(() -> without.trials("run-1")).isInstanceOf(StoreException.class);
        }
    }

    private static Workload echo(int payload) {
        return new Echo(Direction.DOWNLOAD, 1, payload);
    }

    private static RunRow run(ExperimentPlan plan, RunStore store) throws Exception {
        VirtualClock time = new VirtualClock();
        Deque<Runnable> threads = new ArrayDeque<>();
        FakeInvoker invoker = new FakeInvoker(time);
        ExperimentRunner runner = new ExperimentRunner(
                new ExperimentRunner.Services(
                        (endpoint, answers, maxFunctions) -> invoker,
                        store,
                        time,
                        new LeadEstimator(time),
                        () -> "run-1",
                        PRESETS,
                        "1.0"),
                threads::add,
                () -> time);
        RunProgress progress = new RunProgress(time);
        List<Double> shares = new ArrayList<>();
        ActiveRun active = runner.start(plan, new FakeTestbed(), event -> {
            progress.onEvent(event);
            if (event instanceof RunEvent.FunctionReported) {
                shares.add(progress.snapshot().overall());
            }
        });
        threads.remove().run();
        assertThat(shares)
                .isSorted()
                .last()
                .satisfies(share -> assertThat(share).isGreaterThan(0.9));
        return active.ended().toCompletableFuture().join();
    }
}
