package org.faasnetlab.export.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.faasnetlab.export.ArchiveWorkFolder;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TableFile;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.imported.ImportedType;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs as the tables of an archive, which the store checks and imports in one transaction. Intervals are written as
 * they come, so that a file of any size needs little memory.
 */
final class TableWriter implements AutoCloseable {
    private static final List<String> RUN = List.of(
            "run",
            "id",
            "started_us",
            "ended_us",
            "status",
            "preset",
            "title",
            "testbed",
            "simulated",
            "settings",
            "environment",
            "message",
            "testbed_kind");
    private static final List<String> TRIAL = List.of(
            "run",
            "trial",
            "repetition",
            "status",
            "transfer",
            "direction",
            "memory_mb",
            "functions",
            "streams",
            "seconds",
            "object_bytes",
            "link",
            "hosts",
            "host_link",
            "t0_us",
            "workload");
    /** Metrics of functions with a column of their own. */
    private static final List<String> OWN_COLUMNS = List.of("retransmits", "mss", "cpu_us");
    /** Metrics of functions and intervals in the columns of metrics. */
    private static final List<String> METRICS = List.of(ImportedType.JITTER.id(), ImportedType.LOST.id());

    /** A metric of functions only. */
    private static final String MISSING_TIME = Metrics.MISSING_TIME.id();

    private static final String METRIC_PREFIX = "metric_";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<TableFile, CSVPrinter> tables = new EnumMap<>(TableFile.class);
    private final BufferedWriter intervals;
    private final StringBuilder line = new StringBuilder();
    private final boolean withMetrics;

    /** @param withMetrics whether any function or interval has jitter and lost packets */
    TableWriter(ArchiveWorkFolder folder, boolean withMetrics) throws IOException {
        this.withMetrics = withMetrics;
        List<String> metrics =
                withMetrics ? METRICS.stream().map(name -> METRIC_PREFIX + name).toList() : List.of();
        intervals = writer(folder, TableFile.INTERVALS);
        open(folder, TableFile.RUNS, RUN);
        open(folder, TableFile.TRIALS, TRIAL);
        List<String> function = new ArrayList<>(
                List.of("run", "trial", "worker", "host", "start_us", "duration_us", "sender_bytes", "receiver_bytes"));
        function.addAll(OWN_COLUMNS);
        function.addAll(List.of("failure", "message"));
        function.add(METRIC_PREFIX + MISSING_TIME);
        function.addAll(metrics);
        open(folder, TableFile.FUNCTIONS, function);
        open(folder, TableFile.EVIDENCE, List.of("run", "trial", "server_busy"));
        intervals.append("run,trial,worker,offset_us,duration_us,bytes,retransmits");
        for (String metric : metrics) {
            intervals.append(',').append(metric);
        }
        intervals.append('\n');
    }

    private void open(ArchiveWorkFolder folder, TableFile table, List<String> columns) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                writer(folder, table),
                CSVFormat.RFC4180.builder().setNullString("").get());
        tables.put(table, printer);
        printer.printRecord(columns);
    }

    private static BufferedWriter writer(ArchiveWorkFolder folder, TableFile table) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(folder.output(table), StandardCharsets.UTF_8));
    }

    private void print(TableFile table, @Nullable Object... values) throws IOException {
        CSVPrinter printer = tables.get(table);
        if (printer != null) {
            printer.printRecord(Arrays.asList(values));
        }
    }

    /** @param key number of the run in these tables */
    void run(int key, RunRow run) throws IOException {
        print(
                TableFile.RUNS,
                key,
                run.id(),
                micros(run.startedAt()),
                run.endedAt() == null ? null : micros(run.endedAt()),
                run.status().id(),
                run.preset(),
                run.title(),
                run.testbed(),
                run.simulatedNetwork(),
                json(run.settings()),
                json(run.environment()),
                run.message(),
                run.testbedKind().id());
    }

    void trial(int key, TrialRow trial) throws IOException {
        WorkloadRecord workload = trial.workload().toRecord();
        print(
                TableFile.TRIALS,
                key,
                trial.index(),
                trial.repetition(),
                trial.status().id(),
                trial.workload().type().id(),
                trial.direction().id(),
                trial.memoryMb(),
                trial.functions(),
                workload.parallelism(),
                workload.seconds(),
                workload.objectBytes(),
                trial.network().link().toSetting(),
                trial.network().hosts(),
                trial.network().hostLinkSetting(),
                trial.t0EpochMicros(),
                json(workload.details()));
    }

    void function(int key, FunctionRow function) throws IOException {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                key,
                function.trial(),
                function.functionIndex(),
                function.host(),
                function.startOffsetMicros(),
                function.durationMicros(),
                function.senderBytes(),
                function.receiverBytes()));
        for (String metric : OWN_COLUMNS) {
            Double value = function.metrics().get(metric);
            row.add(value == null ? null : (Long) Math.round(value));
        }
        row.add(function.failure() == null ? null : function.failure().id());
        row.add(function.failureMessage());
        row.add(function.metrics().get(MISSING_TIME));
        if (withMetrics) {
            METRICS.forEach(metric -> row.add(function.metrics().get(metric)));
        }
        print(TableFile.FUNCTIONS, row.toArray());
    }

    void evidence(int key, EvidenceRow evidence) throws IOException {
        print(TableFile.EVIDENCE, key, evidence.trial(), evidence.serverBusy());
    }

    void interval(int key, StoredInterval stored) throws IOException {
        Interval interval = stored.interval();
        line.setLength(0);
        line.append(key).append(',').append(stored.trial()).append(',').append(stored.functionIndex());
        line.append(',').append(interval.offsetMicros()).append(',').append(interval.durationMicros());
        line.append(',').append(interval.bytes()).append(',');
        if (interval.retransmits() != null) {
            line.append(interval.retransmits().longValue());
        }
        if (withMetrics) {
            for (String metric : METRICS) {
                Double value = interval.metrics().get(metric);
                line.append(',').append(value == null ? "" : value.toString());
            }
        }
        intervals.append(line.append('\n'));
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts by name are always JSON", e);
        }
    }

    private static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1000;
    }

    @Override
    public void close() throws IOException {
        intervals.close();
        for (CSVPrinter printer : tables.values()) {
            printer.close();
        }
    }
}
