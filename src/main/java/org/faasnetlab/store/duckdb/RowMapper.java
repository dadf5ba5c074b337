package org.faasnetlab.store.duckdb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.format.PrintableText;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.ProbeHistograms;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TableFile;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.Workloads;
import org.jspecify.annotations.Nullable;

/** Maps table rows to the records of the store. */
final class RowMapper {
    /** Separates the tags of a run; it is not allowed inside a tag. */
    static final String TAG_SEPARATOR = ",";

    /** The longest text that is shown, in characters. */
    private static final int MAX_TEXT = 10_000;

    // Without data binding, whose classes would take a good part of the time of a short command.
    private static final JsonFactory JSON = new JsonFactory();

    private final Workloads workloads;

    /** @param workloads the known types of workloads */
    RowMapper(Workloads workloads) {
        this.workloads = workloads;
    }

    RunRow run(ResultSet row) throws SQLException {
        ValueBounds.check(TableFile.RUNS, row);
        Long ended = longOrNull(row, "ended_us");
        return new RunRow(
                row.getString("id"),
                instant(row.getLong("started_us")),
                ended == null ? null : instant(ended),
                status(row.getString("status")),
                requiredLine(row, "preset"),
                requiredLine(row, "title"),
                requiredLine(row, "testbed"),
                testbedKind(row),
                row.getBoolean("simulated"),
                fromJson(row.getString("settings")),
                fromJson(row.getString("environment")),
                text(row, "message"));
    }

    /** Before version 3 the kind was determined by the reserved name of the testbed on this computer. */
    private static TestbedKind testbedKind(ResultSet row) throws SQLException {
        String kind = row.getString("testbed_kind");
        if (kind == null) {
            return row.getString("testbed").equals(Testbed.THIS_COMPUTER) ? TestbedKind.LOCAL : TestbedKind.AWS;
        }
        try {
            return TestbedKind.of(kind);
        } catch (IllegalArgumentException e) {
            throw new SQLException("Corrupt run: " + e.getMessage(), e);
        }
    }

    RunLabel label(ResultSet row) throws SQLException {
        String tags = row.getString("tags");
        return RunLabel.of(
                line(row, "name"),
                text(row, "note"),
                tags.isEmpty() ? List.of() : List.of(tags.split(TAG_SEPARATOR, -1)));
    }

    TrialRow trial(ResultSet row) throws SQLException {
        ValueBounds.check(TableFile.TRIALS, row);
        return new TrialRow(
                row.getString("id"),
                row.getInt("trial"),
                row.getInt("repetition"),
                status(row.getString("status")),
                cell(row),
                longOrNull(row, "t0_us"));
    }

    private Cell cell(ResultSet row) throws SQLException {
        try {
            WorkloadRecord workload = workload(row);
            return new Cell(
                    row.getInt("memory_mb"),
                    row.getInt("functions"),
                    workloads.of(row.getString("transfer")).restore(workload),
                    NetworkSettings.parse(
                            row.getString("link"),
                            row.getInt("hosts"),
                            row.getString("host_link"),
                            workload.details()));
        } catch (IllegalArgumentException e) {
            throw new SQLException("Corrupt trial: " + e.getMessage(), e);
        }
    }

    private WorkloadRecord workload(ResultSet row) throws SQLException {
        String details = row.getString("workload");
        return new WorkloadRecord(
                Direction.parse(row.getString("direction")),
                row.getInt("streams"),
                intOrNull(row, "seconds"),
                longOrNull(row, "object_bytes"),
                // Before version 3 they were stored only in the settings of the run.
                fromJson(details == null ? row.getString("settings") : details));
    }

    FunctionRow function(ResultSet row) throws SQLException {
        ValueBounds.check(TableFile.FUNCTIONS, row);
        String failure = row.getString("failure");
        return new FunctionRow(
                row.getInt("trial"),
                row.getInt("worker"),
                row.getInt("host"),
                line(row, "sandbox"),
                booleanOrNull(row, "cold"),
                longOrNull(row, "ready_us"),
                longOrNull(row, "start_us"),
                longOrNull(row, "duration_us"),
                longOrNull(row, "sender_bytes"),
                longOrNull(row, "receiver_bytes"),
                functionMetrics(row),
                failure == null ? null : FailureReason.ofId(failure),
                text(row, "message"));
    }

    private MetricValues functionMetrics(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Double> values = new HashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnName(column);
            String metric = BatchWriter.FUNCTION_COLUMNS.contains(name) ? name : MetricColumns.metric(name);
            double value = metric.isEmpty() ? 0 : row.getDouble(column);
            if (!metric.isEmpty() && !row.wasNull()) {
                values.put(metric, value);
            }
        }
        try {
            return MetricValues.of(values);
        } catch (IllegalArgumentException e) {
            throw new SQLException("Invalid function: " + e.getMessage(), e);
        }
    }

    /**
     * Uses column numbers in the order of the query, because access by name is too slow for many rows.
     *
     * @param metrics the metrics of the columns after the first six, ascending
     */
    StoredInterval interval(ResultSet row, List<String> metrics) throws SQLException {
        long retransmits = row.getLong(6);
        Long known = row.wasNull() ? null : (Long) retransmits;
        long offset = row.getLong(3);
        long duration = row.getLong(4);
        long bytes = row.getLong(5);
        ValueBounds.checkInterval(offset, duration, bytes, retransmits);
        return new StoredInterval(
                row.getInt(1),
                row.getInt(2),
                new Interval(offset, duration, bytes, known, intervalMetrics(row, metrics)));
    }

    private static MetricValues intervalMetrics(ResultSet row, List<String> metrics) throws SQLException {
        if (metrics.isEmpty()) {
            return MetricValues.NONE;
        }
        double[] values = new double[metrics.size()];
        for (int i = 0; i < values.length; i++) {
            double value = row.getDouble(7 + i);
            values[i] = row.wasNull() ? Double.NaN : value;
        }
        return MetricValues.sharing(metrics, values);
    }

    EvidenceRow evidence(ResultSet row) throws SQLException {
        ValueBounds.check(TableFile.EVIDENCE, row);
        return new EvidenceRow(
                row.getInt("trial"),
                longOrNull(row, "lead_us"),
                doubleOrNull(row, "computer_busy"),
                doubleOrNull(row, "computer_busy_most"),
                intOrNull(row, "computer_samples"),
                doubleOrNull(row, "server_busy"),
                doubleOrNull(row, "server_disk_busy"),
                bandwidthOrNull(row, "server_limit_bps"),
                bandwidthOrNull(row, "function_cap_bps"),
                booleanOrNull(row, "inside_vpc"));
    }

    ProbeRow probes(ResultSet row) throws SQLException {
        try {
            return new ProbeRow(
                    row.getInt("trial"), row.getInt("worker"), ProbeHistograms.parse(row.getString("histograms")));
        } catch (IllegalArgumentException e) {
            throw new SQLException("Invalid latency probes: " + e.getMessage(), e);
        }
    }

    /** Text of one line; it can come from another computer. */
    private static @Nullable String line(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : PrintableText.line(text, MAX_TEXT);
    }

    private static String requiredLine(ResultSet row, String column) throws SQLException {
        return PrintableText.line(row.getString(column), MAX_TEXT);
    }

    /** Text that can have several lines. */
    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : PrintableText.text(text, MAX_TEXT);
    }

    private static Instant instant(long epochMicros) {
        return Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS);
    }

    private static RunStatus status(String word) throws SQLException {
        try {
            return RunStatus.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SQLException("Corrupt status: " + PrintableText.line(word, 100), e);
        }
    }

    private static @Nullable Boolean booleanOrNull(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Double doubleOrNull(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Bandwidth bandwidthOrNull(ResultSet row, String column) throws SQLException {
        Double bitsPerSecond = doubleOrNull(row, column);
        return bitsPerSecond == null ? null : new Bandwidth(bitsPerSecond);
    }

    private static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** Names with values as a JSON object. */
    static String toJson(SortedMap<String, String> values) throws SQLException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> value : values.entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new SQLException("Names and values cannot be written as JSON", e);
        }
        return text.toString();
    }

    static SortedMap<String, String> fromJson(String text) throws SQLException {
        try (JsonParser json = JSON.createParser(text)) {
            SortedMap<String, String> values = new TreeMap<>();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw corrupt(text, null);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = PrintableText.line(json.currentName(), MAX_TEXT);
                JsonToken value = json.nextToken();
                if (!value.isScalarValue()) {
                    throw corrupt(text, null);
                }
                values.put(name, value == JsonToken.VALUE_NULL ? "" : PrintableText.text(json.getText(), MAX_TEXT));
            }
            return values;
        } catch (IOException e) {
            throw corrupt(text, e);
        }
    }

    private static SQLException corrupt(String text, @Nullable IOException cause) {
        return new SQLException("Corrupt names and values: " + PrintableText.line(text, 200), cause);
    }
}
