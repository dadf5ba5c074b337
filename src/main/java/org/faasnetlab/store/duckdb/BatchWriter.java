package org.faasnetlab.store.duckdb;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.WorkloadRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes in one transaction. Rows that replace others are first collected in a temporary staging table: one
 * statement that replaces 1,000 rows takes milliseconds, 1,000 statements take a second. Not thread-safe.
 */
final class BatchWriter implements BatchSink {

    /** Identifies a row, used to find an earlier version in the same batch. */
    private record RowKey(String table, int run, int trial, int functionIndex) {}

    /** Adds a row to its staging table. */
    private interface Staging {
        void stage() throws SQLException;
    }

    /** The metrics of functions with a column of their own since version 1. */
    static final List<String> FUNCTION_COLUMNS = List.of("retransmits", "mss", "first_byte_us", "cpu_us");

    private final DuckDBConnection connection;
    private final Statement statement;
    private final MetricColumns columns;
    private final DatabaseFile file;
    private Appenders appenders;

    BatchWriter(DuckDBConnection connection, MetricColumns columns, DatabaseFile file) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.columns = columns;
        statement = connection.createStatement();
        columns.forRows().lock();
        try {
            appenders = new Appenders();
        } finally {
            columns.forRows().unlock();
        }
    }

    @Override
    public long lastCommitted() throws SQLException {
        return Schema.lastBatch(statement);
    }

    @Override
    public void write(long number, List<Change> changes) throws SQLException, StoreException {
        addColumns(changes);
        columns.forRows().lock();
        try {
            // Appenders and staging tables have the columns that existed when they were created.
            if (!appenders.haveAllColumns()) {
                appenders.close();
                appenders = new Appenders();
            }
            writeAll(number, changes);
        } finally {
            columns.forRows().unlock();
        }
        file.checkCommitted();
    }

    private void addColumns(List<Change> changes) throws SQLException {
        Set<String> ofIntervals = new LinkedHashSet<>();
        Set<String> ofFunctions = new LinkedHashSet<>();
        for (Change change : changes) {
            ofIntervals.addAll(change.intervalMetrics());
            ofFunctions.addAll(change.functionMetrics());
        }
        FUNCTION_COLUMNS.forEach(ofFunctions::remove);
        columns.add(connection, Schema.INTERVALS, ofIntervals);
        columns.add(connection, Schema.FUNCTIONS, ofFunctions);
    }

    private void writeAll(long number, List<Change> changes) throws SQLException {
        statement.execute("BEGIN");
        Batch batch = new Batch();
        for (Change change : changes) {
            change.handle(batch);
        }
        batch.upsert();
        statement.execute("UPDATE last_batch SET batch = " + number);
        statement.execute("COMMIT");
    }

    /** The changes of one transaction. Of several that save the same row only the last is written. */
    private final class Batch implements Change.Handler {
        private final Map<RowKey, Staging> rows = new HashMap<>();

        @Override
        public void save(Change.SaveRun change) {
            rows.put(new RowKey("runs", change.key(), -1, -1), () -> stage(change.key(), change.run()));
        }

        @Override
        public void save(Change.SaveTrial change) {
            TrialRow trial = change.trial();
            rows.put(new RowKey("trials", change.key(), trial.index(), -1), () -> stage(change.key(), trial));
        }

        @Override
        public void save(Change.SaveFunction change) {
            FunctionRow function = change.function();
            rows.put(
                    new RowKey(Schema.FUNCTIONS, change.key(), function.trial(), function.functionIndex()),
                    () -> stage(change.key(), function));
        }

        @Override
        public void save(Change.SaveEvidence change) {
            EvidenceRow evidence = change.evidence();
            rows.put(new RowKey("evidence", change.key(), evidence.trial(), -1), () -> stage(change.key(), evidence));
        }

        @Override
        public void save(Change.SaveProbes change) {
            ProbeRow probes = change.probes();
            rows.put(
                    new RowKey("probes", change.key(), probes.trial(), probes.functionIndex()),
                    () -> stage(change.key(), probes));
        }

        @Override
        public void append(Change.AppendIntervals change) throws SQLException {
            appendIntervals(change);
        }

        @Override
        public void label(Change.LabelRun change) {
            rows.put(new RowKey("labels", change.key(), -1, -1), () -> stage(change.key(), change.label()));
        }

        @Override
        public void delete(Change.DeleteRun change) throws SQLException {
            upsert();
            for (String table : Schema.UPSERTED) {
                statement.execute("DELETE FROM " + table + " WHERE run = " + change.key());
            }
            statement.execute("DELETE FROM " + Schema.INTERVALS + " WHERE run = " + change.key());
        }

        void upsert() throws SQLException {
            for (Staging row : rows.values()) {
                row.stage();
            }
            rows.clear();
            appenders.flush();
            for (String table : Schema.UPSERTED) {
                statement.execute("INSERT OR REPLACE INTO " + table + " FROM " + Schema.staging(table));
                statement.execute("TRUNCATE " + Schema.staging(table));
            }
        }
    }

    private void stage(int key, RunRow run) throws SQLException {
        DuckDBAppender runs = appenders.runs;
        runs.beginRow();
        runs.append(key);
        runs.append(run.id());
        runs.append(micros(run.startedAt()));
        runs.append(run.endedAt() == null ? null : (Long) micros(run.endedAt()));
        runs.append(run.status().id());
        runs.append(run.preset());
        runs.append(run.title());
        runs.append(run.testbed());
        runs.append(run.simulatedNetwork());
        runs.append(RowMapper.toJson(run.settings()));
        runs.append(RowMapper.toJson(run.environment()));
        runs.append(run.message());
        runs.append(run.testbedKind().id());
        runs.endRow();
    }

    private void stage(int key, TrialRow trial) throws SQLException {
        DuckDBAppender trials = appenders.trials;
        WorkloadRecord workload = trial.workload().toRecord();
        trials.beginRow();
        trials.append(key);
        trials.append(trial.index());
        trials.append(trial.repetition());
        trials.append(trial.status().id());
        trials.append(trial.workload().type().id());
        trials.append(workload.direction().id());
        trials.append(trial.memoryMb());
        trials.append(trial.functions());
        trials.append(workload.parallelism());
        trials.append(workload.seconds());
        trials.append(workload.objectBytes());
        trials.append(trial.network().link().toSetting());
        trials.append(trial.network().hosts());
        trials.append(trial.network().hostLinkSetting());
        trials.append(trial.t0EpochMicros());
        SortedMap<String, String> details = new TreeMap<>(workload.details());
        details.putAll(trial.network().details());
        trials.append(RowMapper.toJson(details));
        trials.endRow();
    }

    private void stage(int key, FunctionRow function) throws SQLException {
        DuckDBAppender functions = appenders.functions;
        functions.beginRow();
        functions.append(key);
        functions.append(function.trial());
        functions.append(function.functionIndex());
        functions.append(function.host());
        functions.append(function.sandboxId());
        functions.append(function.cold());
        functions.append(function.readyMicros());
        functions.append(function.startOffsetMicros());
        functions.append(function.durationMicros());
        functions.append(function.senderBytes());
        functions.append(function.receiverBytes());
        for (String metric : FUNCTION_COLUMNS) {
            appendWhole(functions, metric, function.metrics().get(metric));
        }
        functions.append(function.failure() == null ? null : function.failure().id());
        functions.append(function.failureMessage());
        for (String metric : appenders.functionMetrics) {
            functions.append(function.metrics().get(metric));
        }
        functions.endRow();
    }

    private static void appendWhole(DuckDBAppender to, String column, @Nullable Double value) throws SQLException {
        if (column.equals("mss")) {
            to.append(value == null ? null : (Integer) value.intValue());
        } else {
            to.append(value == null ? null : (Long) value.longValue());
        }
    }

    private void stage(int key, EvidenceRow row) throws SQLException {
        DuckDBAppender evidence = appenders.evidence;
        evidence.beginRow();
        evidence.append(key);
        evidence.append(row.trial());
        evidence.append(row.leadMicros());
        evidence.append(row.computerBusy());
        evidence.append(row.computerBusyMost());
        evidence.append(row.computerSamples());
        evidence.append(row.serverBusy());
        evidence.append(row.serverDiskBusy());
        evidence.append(
                row.serverLimit() == null ? null : (Double) row.serverLimit().bitsPerSecond());
        evidence.append(
                row.functionCap() == null ? null : (Double) row.functionCap().bitsPerSecond());
        evidence.append(row.insideVpc());
        evidence.endRow();
    }

    private void stage(int key, ProbeRow row) throws SQLException {
        DuckDBAppender probes = appenders.probes;
        probes.beginRow();
        probes.append(key);
        probes.append(row.trial());
        probes.append(row.functionIndex());
        probes.append(row.histograms().toText());
        probes.endRow();
    }

    private void stage(int key, RunLabel label) throws SQLException {
        DuckDBAppender labels = appenders.labels;
        labels.beginRow();
        labels.append(key);
        labels.append(label.name());
        labels.append(label.note());
        labels.append(String.join(RowMapper.TAG_SEPARATOR, label.tags()));
        labels.endRow();
    }

    private void appendIntervals(Change.AppendIntervals change) throws SQLException {
        DuckDBAppender intervals = appenders.intervals;
        for (StoredInterval stored : change.intervals()) {
            intervals.beginRow();
            intervals.append(change.key());
            intervals.append(stored.trial());
            intervals.append(stored.functionIndex());
            intervals.append(stored.interval().offsetMicros());
            intervals.append(stored.interval().durationMicros());
            intervals.append(stored.interval().bytes());
            intervals.append(stored.interval().retransmits());
            for (String metric : appenders.intervalMetrics) {
                intervals.append(stored.interval().metrics().get(metric));
            }
            intervals.endRow();
        }
    }

    private static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1000;
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            appenders.close();
        }
    }

    /** The appenders for the columns that existed when they were created. */
    private final class Appenders {
        private final List<String> intervalMetrics = columns.of(Schema.INTERVALS);
        private final List<String> functionMetrics = columns.of(Schema.FUNCTIONS);
        private final DuckDBAppender runs;
        private final DuckDBAppender trials;
        private final DuckDBAppender functions;
        private final DuckDBAppender evidence;
        private final DuckDBAppender probes;
        private final DuckDBAppender labels;
        private final DuckDBAppender intervals;

        Appenders() throws SQLException {
            Schema.createStagingTables(statement);
            runs = staging("runs");
            trials = staging("trials");
            functions = staging(Schema.FUNCTIONS);
            evidence = staging("evidence");
            probes = staging("probes");
            labels = staging("labels");
            intervals = connection.createAppender(Schema.INTERVALS);
        }

        private DuckDBAppender staging(String table) throws SQLException {
            return connection.createAppender("temp", "main", Schema.staging(table));
        }

        boolean haveAllColumns() {
            return intervalMetrics.equals(columns.of(Schema.INTERVALS))
                    && functionMetrics.equals(columns.of(Schema.FUNCTIONS));
        }

        void flush() throws SQLException {
            intervals.flush();
            runs.flush();
            trials.flush();
            functions.flush();
            evidence.flush();
            probes.flush();
            labels.flush();
        }

        void close() throws SQLException {
            intervals.close();
            evidence.close();
            probes.close();
            labels.close();
            functions.close();
            trials.close();
            runs.close();
        }
    }
}
