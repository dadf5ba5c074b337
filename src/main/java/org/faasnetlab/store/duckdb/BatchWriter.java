package org.faasnetlab.store.duckdb;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.WorkloadRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes in one transaction. Rows that replace others are first collected in a temporary twin table: one
 * statement that replaces 1,000 rows takes milliseconds, 1,000 statements take a second. Not thread-safe.
 */
final class BatchWriter implements BatchSink {

    /** Key of a row, used to find an earlier version in the same batch. */
    private record Place(int key, int trial, int functionIndex) {}

    /** The metrics of functions with a column of their own since version 1. */
    static final List<String> FUNCTION_COLUMNS = List.of("retransmits", "mss", "first_byte_us", "cpu_us");

    private final DuckDBConnection connection;
    private final Statement statement;
    private final MetricColumns columns;
    private final NamedValuesJson namedValues = new NamedValuesJson();
    private Appenders appenders;

    BatchWriter(DuckDBConnection connection, MetricColumns columns) throws SQLException {
        this.connection = connection;
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
    public long last() throws SQLException {
        return Schema.lastBatch(statement);
    }

    @Override
    public void write(long number, List<Change> changes) throws SQLException {
        addColumns(changes);
        columns.forRows().lock();
        try {
            // Appenders and twin tables have the columns that existed when they were created.
            if (!appenders.haveAllColumns()) {
                appenders.close();
                appenders = new Appenders();
            }
            writeAll(number, changes);
        } finally {
            columns.forRows().unlock();
        }
    }

    private void addColumns(List<Change> changes) throws SQLException {
        Set<String> ofIntervals = new LinkedHashSet<>();
        Set<String> ofFunctions = new LinkedHashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.AppendIntervals appended) {
                for (StoredInterval one : appended.intervals()) {
                    MetricValues metrics = one.interval().metrics();
                    if (!metrics.isEmpty()) {
                        ofIntervals.addAll(metrics.names());
                    }
                }
            } else if (change instanceof Change.SaveFunction saved) {
                ofFunctions.addAll(saved.function().metrics().names());
            }
        }
        FUNCTION_COLUMNS.forEach(ofFunctions::remove);
        columns.add(connection, Schema.INTERVALS, ofIntervals);
        columns.add(connection, Schema.FUNCTIONS, ofFunctions);
    }

    private void writeAll(long number, List<Change> changes) throws SQLException {
        statement.execute("BEGIN");
        int from = 0;
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof Change.DeleteRun delete) {
                save(changes.subList(from, i));
                delete(delete.key());
                from = i + 1;
            }
        }
        save(changes.subList(from, changes.size()));
        statement.execute("UPDATE last_batch SET batch = " + number);
        statement.execute("COMMIT");
    }

    private void save(List<Change> changes) throws SQLException {
        Map<Place, Change> last = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.AppendIntervals appended) {
                append(appended);
            } else {
                last.put(place(change), change);
            }
        }
        for (Change change : last.values()) {
            stage(change);
        }
        appenders.flush();
        for (String table : Schema.REPLACED) {
            statement.execute("INSERT OR REPLACE INTO " + table + " FROM " + Schema.twin(table));
            statement.execute("TRUNCATE " + Schema.twin(table));
        }
    }

    private static Place place(Change change) {
        if (change instanceof Change.SaveTrial saved) {
            return new Place(saved.key(), saved.trial().index(), -1);
        }
        if (change instanceof Change.SaveFunction saved) {
            return new Place(
                    saved.key(), saved.function().trial(), saved.function().functionIndex());
        }
        if (change instanceof Change.SaveEvidence saved) {
            return new Place(saved.key(), saved.evidence().trial(), -2);
        }
        return new Place(change.key(), change instanceof Change.LabelRun ? -2 : -1, -1);
    }

    private void stage(Change change) throws SQLException {
        if (change instanceof Change.SaveRun saved) {
            stage(saved.key(), saved.run());
        } else if (change instanceof Change.SaveTrial saved) {
            stage(saved.key(), saved.trial());
        } else if (change instanceof Change.SaveFunction saved) {
            stage(saved.key(), saved.function());
        } else if (change instanceof Change.SaveEvidence saved) {
            stage(saved.key(), saved.evidence());
        } else if (change instanceof Change.LabelRun labelled) {
            stage(labelled.key(), labelled.label());
        }
    }

    private void stage(int key, RunRow run) throws SQLException {
        DuckDBAppender runs = appenders.runs;
        runs.beginRow();
        runs.append(key);
        runs.append(run.id());
        runs.append(micros(run.startedAt()));
        runs.append(run.endedAt() == null ? null : (Long) micros(run.endedAt()));
        runs.append(run.status().word());
        runs.append(run.preset());
        runs.append(run.title());
        runs.append(run.testbed());
        runs.append(run.simulatedNetwork());
        runs.append(namedValues.write(run.settings()));
        runs.append(namedValues.write(run.environment()));
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
        trials.append(trial.status().word());
        trials.append(trial.workload().type().id());
        trials.append(workload.direction().word());
        trials.append(trial.memoryMb());
        trials.append(trial.functions());
        trials.append(workload.parallelism());
        trials.append(workload.seconds());
        trials.append(workload.objectBytes());
        trials.append(trial.network().link().toSetting());
        trials.append(trial.network().hosts());
        trials.append(trial.network().hostLinkSetting());
        trials.append(trial.t0EpochMicros());
        trials.append(namedValues.write(workload.details()));
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
        functions.append(function.failure() == null ? null : function.failure().word());
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

    private void stage(int key, EvidenceRow one) throws SQLException {
        DuckDBAppender evidence = appenders.evidence;
        evidence.beginRow();
        evidence.append(key);
        evidence.append(one.trial());
        evidence.append(one.leadMicros());
        evidence.append(one.computerBusy());
        evidence.append(one.computerBusyMost());
        evidence.append(one.computerSamples());
        evidence.append(one.serverBusy());
        evidence.append(one.serverDiskBusy());
        evidence.append(
                one.serverLimit() == null ? null : (Double) one.serverLimit().bitsPerSecond());
        evidence.append(
                one.functionCap() == null ? null : (Double) one.functionCap().bitsPerSecond());
        evidence.append(one.insideVpc());
        evidence.endRow();
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

    private void append(Change.AppendIntervals change) throws SQLException {
        DuckDBAppender intervals = appenders.intervals;
        for (StoredInterval one : change.intervals()) {
            intervals.beginRow();
            intervals.append(change.key());
            intervals.append(one.trial());
            intervals.append(one.functionIndex());
            intervals.append(one.interval().offsetMicros());
            intervals.append(one.interval().durationMicros());
            intervals.append(one.interval().bytes());
            intervals.append(one.interval().retransmits());
            for (String metric : appenders.intervalMetrics) {
                intervals.append(one.interval().metrics().get(metric));
            }
            intervals.endRow();
        }
    }

    private void delete(int key) throws SQLException {
        for (String table : Schema.REPLACED) {
            statement.execute("DELETE FROM " + table + " WHERE run = " + key);
        }
        statement.execute("DELETE FROM " + Schema.INTERVALS + " WHERE run = " + key);
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
        private final DuckDBAppender labels;
        private final DuckDBAppender intervals;

        Appenders() throws SQLException {
            Schema.createTwins(statement);
            runs = twin("runs");
            trials = twin("trials");
            functions = twin(Schema.FUNCTIONS);
            evidence = twin("evidence");
            labels = twin("labels");
            intervals = connection.createAppender(Schema.INTERVALS);
        }

        private DuckDBAppender twin(String table) throws SQLException {
            return connection.createAppender("temp", "main", Schema.twin(table));
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
            labels.flush();
        }

        void close() throws SQLException {
            intervals.close();
            evidence.close();
            labels.close();
            functions.close();
            trials.close();
            runs.close();
        }
    }
}
