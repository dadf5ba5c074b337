package org.faasnetlab.store.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;

/** Computes sums over intervals with database queries. */
final class DuckDbIntervalSums implements IntervalSums {

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final String OF_TRIAL = " FROM intervals WHERE run = $key AND trial = $trial";

    /** Bytes of an interval between two times, in proportion to time. */
    private static final String PART = "CAST(round(bytes * (greatest(0, least(offset_us + duration_us, %s)"
            + " - greatest(offset_us, %s)) / duration_us)) AS BIGINT)";

    /** Nearly all intervals of a long trial lie completely inside the window and need not be divided. */
    private static final String OF_FUNCTION = "SELECT worker, CAST(sum(bytes) AS BIGINT),"
            + " CAST(sum(CASE WHEN offset_us >= $start THEN 0 ELSE " + String.format(PART, "$start", "offset_us")
            + " END) AS BIGINT),"
            + " CAST(sum(CASE WHEN offset_us >= $start AND offset_us + duration_us <= $end THEN bytes ELSE "
            + String.format(PART, "$end", "$start") + " END) AS BIGINT)"
            + OF_TRIAL + " GROUP BY worker ORDER BY worker";

    /** The bin of a time. The division truncates towards zero, so an offset makes times before T0 positive first. */
    private static final String NUMBER = "((%s + 1000000 * $bin) // $bin - 1000000)";

    /** Bytes of an interval from its start to a time inside it. */
    private static final String UNTIL = "CAST(CAST(bytes AS DOUBLE) * (%s - offset_us) / duration_us AS BIGINT)";

    /**
     * Divides every interval into one piece per bin. Each piece is the difference of two rounded sums, so that no byte
     * is lost. Nearly all intervals lie in one or two bins; they are aggregated by their first bin in one pass before
     * they are divided. The few intervals that span more bins are divided individually.
     */
    private static final String PIECES = "WITH own AS NOT MATERIALIZED (SELECT worker, offset_us, duration_us, bytes, "
            + String.format(NUMBER, "offset_us") + " AS first, "
            + String.format(NUMBER, "(offset_us + duration_us - 1)") + " AS last" + OF_TRIAL
            + "), near AS MATERIALIZED (SELECT $keys first, sum(bytes) AS bytes, sum(duration_us) AS covered,"
            + " sum(CASE WHEN last = first THEN bytes ELSE " + String.format(UNTIL, "(first + 1) * $bin")
            + " END) AS first_bytes, sum(least(duration_us, (first + 1) * $bin - offset_us)) AS first_covered"
            + " FROM own WHERE last <= first + 1 GROUP BY $keys first),"
            // A condition on a stored column lets the database skip blocks without matching intervals.
            + " far AS (FROM own WHERE duration_us > $bin AND last > first + 1),"
            + " pieces AS (SELECT $keys first AS bin, first_bytes AS bytes, first_covered AS covered FROM near"
            + " UNION ALL SELECT $keys first + 1, bytes - first_bytes, covered - first_covered FROM near"
            + " WHERE covered > first_covered"
            + " UNION ALL SELECT $keys first, " + String.format(UNTIL, "(first + 1) * $bin")
            + ", (first + 1) * $bin - offset_us FROM far"
            + " UNION ALL SELECT $keys last, bytes - " + String.format(UNTIL, "last * $bin")
            + ", offset_us + duration_us - last * $bin FROM far"
            + " UNION ALL SELECT $keys bin, " + String.format(UNTIL, "(bin + 1) * $bin") + " - "
            + String.format(UNTIL, "bin * $bin") + ", $bin"
            + " FROM (SELECT *, unnest(range(first + 1, last)) AS bin FROM far)) ";

    private static final String SUMMED = PIECES + "SELECT $keys bin, CAST(sum(bytes) AS BIGINT),"
            + " CAST(sum(covered) AS BIGINT) FROM pieces GROUP BY $keys bin ORDER BY $keys bin";

    private static final String BINS = SUMMED.replace("$keys", "");

    private static final String FUNCTION_BINS = SUMMED.replace("$keys", "worker,");

    /** Aggregated over the time of each function, then over functions. */
    private static final String METRIC_BINS = "SELECT bin, CAST($over_functions AS DOUBLE) FROM (SELECT worker, "
            + String.format(NUMBER, "(offset_us + duration_us // 2)") + " AS bin, $over_time AS value" + OF_TRIAL
            + " GROUP BY worker, bin) WHERE value IS NOT NULL GROUP BY bin ORDER BY bin";

    private final RunDatabase database;
    private final ChangeWriter writer;
    private final RunKeys keys;

    DuckDbIntervalSums(RunDatabase database, ChangeWriter writer, RunKeys keys) {
        this.database = database;
        this.writer = writer;
        this.keys = keys;
    }

    @Override
    public long count(String runId, int trial) throws StoreException {
        return list(runId, trial, "SELECT count(*)" + OF_TRIAL, row -> row.getLong(1))
                .get(0);
    }

    @Override
    public long endMicros(String runId, int trial) throws StoreException {
        return list(runId, trial, "SELECT coalesce(max(offset_us + duration_us), 0)" + OF_TRIAL, row -> row.getLong(1))
                .get(0);
    }

    @Override
    public List<Extent> extents(String runId, int trial) throws StoreException {
        return list(
                runId,
                trial,
                "SELECT worker, min(offset_us), max(offset_us + duration_us)" + OF_TRIAL
                        + " GROUP BY worker ORDER BY worker",
                row -> new Extent(row.getInt(1), row.getLong(2), row.getLong(3)));
    }

    @Override
    public List<FunctionBytes> byFunction(String runId, int trial, long startMicros, long endMicros)
            throws StoreException {
        return list(
                runId,
                trial,
                OF_FUNCTION.replace("$start", String.valueOf(startMicros)).replace("$end", String.valueOf(endMicros)),
                row -> new FunctionBytes(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    @Override
    public List<Bin> bins(String runId, int trial, long binMicros) throws StoreException {
        return list(
                runId,
                trial,
                BINS.replace("$bin", binMicros + "::BIGINT"),
                row -> new Bin(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    @Override
    public List<FunctionBin> functionBins(String runId, int trial, long binMicros) throws StoreException {
        return list(
                runId,
                trial,
                FUNCTION_BINS.replace("$bin", binMicros + "::BIGINT"),
                row -> new FunctionBin(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    @Override
    public List<MetricBin> metricBins(String runId, int trial, Metric metric, long binMicros) throws StoreException {
        // The column is created with the first value.
        writer.flush();
        String value;
        if (metric.equals(Metrics.BANDWIDTH)) {
            value = "bytes * 8e6 / duration_us";
        } else if (metric.equals(Metrics.RETRANSMITS)) {
            value = metric.id();
        } else if (database.columns().of(Schema.INTERVALS).contains(metric.id())) {
            value = MetricColumns.PREFIX + metric.id();
        } else {
            return List.of();
        }
        return list(
                runId,
                trial,
                METRIC_BINS
                        .replace("$over_functions", aggregate(metric.overFunctions(), "value"))
                        .replace("$over_time", aggregate(metric.overTime(), value))
                        .replace("$bin", binMicros + "::BIGINT"),
                row -> new MetricBin(row.getLong(1), row.getDouble(2)));
    }

    private static String aggregate(Metric.Aggregation aggregation, String value) {
        return switch (aggregation) {
            case SUM -> "sum(" + value + ")";
            case MEAN -> "avg(" + value + ")";
            case MEDIAN -> "quantile_cont(" + value + ", 0.5)";
            case P95 -> "quantile_cont(" + value + ", 0.95)";
            case COUNT -> "nullif(count(" + value + "), 0)";
        };
    }

    /** The numbers are not user input, so they may be part of the query text. */
    private <T> List<T> list(String runId, int trial, String query, Row<T> row) throws StoreException {
        writer.flush();
        int key = keys.has(runId) ? keys.of(runId) : -1;
        String ofTrial = query.replace("$key", String.valueOf(key)).replace("$trial", String.valueOf(trial));
        return database.withConnection(connection -> list(connection, ofTrial, row));
    }

    private static <T> List<T> list(Connection connection, String query, Row<T> row) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(row.read(result));
            }
        }
        return found;
    }
}
