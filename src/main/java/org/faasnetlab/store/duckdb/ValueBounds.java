package org.faasnetlab.store.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.store.TableFile;

/**
 * The values that columns can have, far wider than anything that can be measured: they keep a table of unknown origin
 * from exhausting memory or showing nonsense. Checked when tables are imported, and again when rows are read.
 */
final class ValueBounds {
    /** A range of a number, both ends included. */
    record Range(long min, long max) {
        @Override
        public String toString() {
            return min + " to " + max;
        }
    }

    private static final long DAY = TimeUnit.DAYS.toMicros(1);

    /** Integers up to here are exact in the numbers of JSON and JavaScript. */
    private static final Range COUNT = new Range(0, 1L << 53);

    /** From 1970 to the end of the year 9999, in microseconds. */
    private static final Range EPOCH_MICROS = new Range(0, 253_402_300_799_999_999L);

    private static final Range SHARE = new Range(0, 10);
    private static final Range BITS_PER_SECOND = new Range(0, 1_000_000_000_000_000_000L);
    private static final Map<TableFile, Map<String, Range>> RANGES = Map.of(
            TableFile.RUNS,
            Map.of("started_us", EPOCH_MICROS, "ended_us", EPOCH_MICROS),
            TableFile.LABELS,
            Map.of(),
            TableFile.TRIALS,
            Map.of(
                    "trial", new Range(0, 99_999),
                    "repetition", new Range(0, 99_999),
                    "memory_mb", new Range(0, 1_000_000),
                    "functions", new Range(1, 10_000),
                    "streams", new Range(1, 10_000),
                    "seconds", new Range(0, 86_400),
                    "object_bytes", COUNT,
                    "hosts", new Range(1, 10_000),
                    "t0_us", EPOCH_MICROS),
            TableFile.FUNCTIONS,
            functions(),
            TableFile.EVIDENCE,
            Map.of(
                    "lead_us", new Range(-DAY, DAY),
                    "computer_busy", SHARE,
                    "computer_busy_most", SHARE,
                    "computer_samples", new Range(0, 1_000_000_000),
                    "server_busy", SHARE,
                    "server_disk_busy", SHARE,
                    "server_limit_bps", BITS_PER_SECOND,
                    "function_cap_bps", BITS_PER_SECOND),
            TableFile.PROBES,
            Map.of("worker", new Range(0, 9_999)),
            TableFile.INTERVALS,
            Map.of(
                    "offset_us",
                    new Range(-DAY, DAY),
                    "duration_us",
                    new Range(1, DAY),
                    "bytes",
                    COUNT,
                    "retransmits",
                    COUNT));

    private static final Map<TableFile, Map<String, Integer>> LENGTHS = Map.of(
            TableFile.RUNS,
            Map.of(
                    "preset", 200,
                    "title", 1_000,
                    "testbed", 200,
                    "settings", 1_000_000,
                    "environment", 1_000_000,
                    "message", 10_000),
            TableFile.TRIALS,
            Map.of("transfer", 100, "link", 200, "host_link", 200, "workload", 100_000),
            TableFile.FUNCTIONS,
            Map.of("sandbox", 200, "message", 10_000),
            TableFile.PROBES,
            Map.of("histograms", 200_000));

    private ValueBounds() {}

    private static Map<String, Range> functions() {
        Map<String, Range> ranges = new LinkedHashMap<>();
        ranges.put("worker", new Range(0, 9_999));
        ranges.put("host", new Range(0, 9_999));
        ranges.put("ready_us", new Range(0, DAY));
        ranges.put("start_us", new Range(-DAY, DAY));
        ranges.put("duration_us", new Range(0, DAY));
        ranges.put("sender_bytes", COUNT);
        ranges.put("receiver_bytes", COUNT);
        ranges.put("retransmits", COUNT);
        ranges.put("mss", new Range(0, 1_000_000));
        ranges.put("first_byte_us", new Range(0, DAY));
        ranges.put("cpu_us", COUNT);
        return ranges;
    }

    /** The ranges of the numbers of a table, by column. */
    static Map<String, Range> ranges(TableFile table) {
        return RANGES.getOrDefault(table, Map.of());
    }

    /** The maximum lengths of the texts of a table in characters, by column. */
    static Map<String, Integer> lengths(TableFile table) {
        return LENGTHS.getOrDefault(table, Map.of());
    }

    /**
     * The same check for an interval, of which millions are read.
     *
     * @throws SQLException if a number is out of its range
     */
    static void checkInterval(long offsetMicros, long durationMicros, long bytes, long retransmits)
            throws SQLException {
        if (offsetMicros < -DAY
                || offsetMicros > DAY
                || durationMicros < 1
                || durationMicros > DAY
                || Math.min(bytes, retransmits) < COUNT.min()
                || Math.max(bytes, retransmits) > COUNT.max()) {
            throw new SQLException("Invalid interval: " + bytes + " bytes and " + retransmits + " retransmits in "
                    + durationMicros + " us at " + offsetMicros + " us");
        }
    }

    /** @throws SQLException if a number of the row is out of its range */
    static void check(TableFile table, ResultSet row) throws SQLException {
        for (Map.Entry<String, Range> column : ranges(table).entrySet()) {
            Range range = column.getValue();
            double value = row.getDouble(column.getKey());
            if (!row.wasNull() && !(value >= range.min() && value <= range.max())) {
                throw new SQLException(
                        "Invalid row of " + table.table() + ": " + column.getKey() + " is outside " + range);
            }
        }
    }
}
