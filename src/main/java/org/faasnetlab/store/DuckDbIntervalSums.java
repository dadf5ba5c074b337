package org.faasnetlab.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sums over intervals as questions to the database. */
final class DuckDbIntervalSums implements IntervalSums {

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final String OF_TRIAL = " FROM intervals WHERE run = $key AND trial = $trial";

    /** Bytes of an interval between two times, in proportion. */
    private static final String PART = "CAST(round(bytes * (greatest(0, least(offset_us + duration_us, %s)"
            + " - greatest(offset_us, %s)) / duration_us)) AS BIGINT)";

    private static final String OF_WORKER = "SELECT worker, CAST(sum(bytes) AS BIGINT), CAST(sum("
            + String.format(PART, "$start", "offset_us") + ") AS BIGINT), CAST(sum("
            + String.format(PART, "$end", "$start") + ") AS BIGINT)" + OF_TRIAL + " GROUP BY worker ORDER BY worker";

    /**
     * Every interval with the bins that it lies in. Nearly all lie in one or two; those that lie in more are cut up by
     * number. The part in the last bin is what the others leave, so that no byte is lost.
     */
    private static final String PIECES = "WITH own AS (SELECT worker, offset_us, duration_us, bytes,"
            + " floor(offset_us / $bin)::BIGINT AS first, floor((offset_us + duration_us - 1) / $bin)::BIGINT AS last"
            + OF_TRIAL + "), pieces AS ("
            + "SELECT worker, first AS bin, bytes, duration_us AS covered FROM own WHERE last = first"
            + " UNION ALL SELECT worker, bin, CAST(round(bytes * ((bin + 1) * $bin - offset_us) / duration_us) AS BIGINT)"
            + " - CAST(round(bytes * greatest(0, bin * $bin - offset_us) / duration_us) AS BIGINT),"
            + " (bin + 1) * $bin - greatest(offset_us, bin * $bin)"
            + " FROM (SELECT *, unnest(range(first, last)) AS bin FROM own WHERE last > first)"
            + " UNION ALL SELECT worker, last,"
            + " bytes - CAST(round(bytes * (last * $bin - offset_us) / duration_us) AS BIGINT),"
            + " offset_us + duration_us - last * $bin FROM own WHERE last > first) ";

    private static final String BINS = PIECES + "SELECT bin, CAST(sum(bytes) AS BIGINT), CAST(sum(covered) AS BIGINT)"
            + " FROM pieces GROUP BY bin ORDER BY bin";

    private static final String WORKER_BINS = PIECES + "SELECT worker, bin, CAST(sum(bytes) AS BIGINT),"
            + " CAST(sum(covered) AS BIGINT) FROM pieces GROUP BY worker, bin ORDER BY worker, bin";

    private final RunDatabase database;
    private final RunWriter writer;
    private final RunKeys keys;

    DuckDbIntervalSums(RunDatabase database, RunWriter writer, RunKeys keys) {
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
    public List<OfWorker> byWorker(String runId, int trial, long startMicros, long endMicros) throws StoreException {
        return list(
                runId,
                trial,
                OF_WORKER.replace("$start", String.valueOf(startMicros)).replace("$end", String.valueOf(endMicros)),
                row -> new OfWorker(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    @Override
    public List<Bin> bins(String runId, int trial, long binMicros) throws StoreException {
        return list(
                runId,
                trial,
                BINS.replace("$bin", String.valueOf(binMicros)),
                row -> new Bin(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    @Override
    public List<WorkerBin> workerBins(String runId, int trial, long binMicros) throws StoreException {
        return list(
                runId,
                trial,
                WORKER_BINS.replace("$bin", String.valueOf(binMicros)),
                row -> new WorkerBin(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** The numbers are ours, so that they may stand in the text of the query. */
    private <T> List<T> list(String runId, int trial, String query, Row<T> row) throws StoreException {
        writer.flush();
        int key = keys.has(runId) ? keys.of(runId) : -1;
        String ofTrial = query.replace("$key", String.valueOf(key)).replace("$trial", String.valueOf(trial));
        return database.use(connection -> list(connection, ofTrial, row));
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
