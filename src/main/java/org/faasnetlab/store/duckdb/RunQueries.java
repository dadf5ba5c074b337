package org.faasnetlab.store.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Workloads;
import org.jspecify.annotations.Nullable;

/** The queries on the file, for one connection. */
final class RunQueries {

    private interface Row<T> {
        T read(ResultSet result) throws SQLException;
    }

    /** The runs with their user-assigned names. */
    private static final String NAMED_RUNS =
            "SELECT runs.* REPLACE (coalesce(labels.name, title) AS title) FROM runs LEFT JOIN labels USING (run)";

    private static final String IN_ORDER = " ORDER BY trial, worker, offset_us, duration_us, bytes";
    private static final String OF_RUN = " WHERE run = (SELECT run FROM runs WHERE id = ?)";

    private final Connection connection;
    private final MetricColumns columns;
    private final RowMapper rows;

    RunQueries(Connection connection, MetricColumns columns, Workloads workloads) {
        this.connection = connection;
        this.columns = columns;
        this.rows = new RowMapper(workloads);
    }

    /** The key of every run by its id. */
    Map<String, Integer> keys() throws SQLException {
        Map<String, Integer> keys = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, run FROM runs")) {
            while (row.next()) {
                keys.put(row.getString("id"), row.getInt("run"));
            }
        }
        return keys;
    }

    /** Loads a complete run as a consistent snapshot. */
    Optional<RunData> load(String runId) throws SQLException {
        connection.setAutoCommit(false);
        List<RunRow> run = list(NAMED_RUNS + " WHERE id = ?", rows::run, runId);
        return run.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunData(
                        run.get(0),
                        trials(runId),
                        functions(runId),
                        intervals(runId, null),
                        evidence(runId),
                        probes(runId)));
    }

    List<RunRow> runs() throws SQLException {
        return list(NAMED_RUNS + " ORDER BY started_us DESC, run DESC", rows::run);
    }

    Optional<RunRow> run(String id) throws SQLException {
        List<RunRow> exact = list(NAMED_RUNS + " WHERE id = ?", rows::run, id);
        if (!exact.isEmpty()) {
            return Optional.of(exact.get(0));
        }
        List<RunRow> beginning = list(NAMED_RUNS + " WHERE starts_with(id, ?) LIMIT 2", rows::run, id);
        return beginning.size() == 1 ? Optional.of(beginning.get(0)) : Optional.empty();
    }

    /** The labels of the runs that have one, by the id of the run. */
    Map<String, RunLabel> labels() throws SQLException {
        Map<String, RunLabel> labels = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, labels.* FROM labels JOIN runs USING (run)")) {
            while (row.next()) {
                labels.put(row.getString("id"), rows.label(row));
            }
        }
        return labels;
    }

    List<TrialRow> trials(String runId) throws SQLException {
        String query =
                "SELECT trials.*, runs.id, runs.settings FROM trials JOIN runs USING (run) WHERE id = ? ORDER BY trial";
        return list(query, rows::trial, runId);
    }

    List<FunctionRow> functions(String runId) throws SQLException {
        return list("FROM functions" + OF_RUN + " ORDER BY trial, worker", rows::function, runId);
    }

    List<EvidenceRow> evidence(String runId) throws SQLException {
        return list("FROM evidence" + OF_RUN + " ORDER BY trial", rows::evidence, runId);
    }

    List<ProbeRow> probes(String runId) throws SQLException {
        return list("FROM probes" + OF_RUN + " ORDER BY trial, worker", rows::probes, runId);
    }

    List<StoredInterval> intervals(String runId, @Nullable Integer trial) throws SQLException {
        return trial == null
                ? intervals(runId, null, "", runId)
                : intervals(runId, trial, " AND trial = ?", runId, trial);
    }

    /** The intervals of a range of functions. */
    List<StoredInterval> intervals(String runId, int trial, int firstFunctionIndex, int lastFunctionIndex)
            throws SQLException {
        String ofFunctions = " AND trial = ? AND worker BETWEEN ? AND ?";
        return intervals(runId, trial, ofFunctions, runId, trial, firstFunctionIndex, lastFunctionIndex);
    }

    private List<StoredInterval> intervals(String runId, @Nullable Integer trial, String condition, Object... places)
            throws SQLException {
        List<String> metrics = intervalMetrics(runId, trial);
        String query = "SELECT trial, worker, offset_us, duration_us, bytes, retransmits"
                + metrics.stream()
                        .map(name -> ", " + MetricColumns.PREFIX + name)
                        .collect(Collectors.joining())
                + " FROM intervals" + OF_RUN + condition + IN_ORDER;
        return list(query, row -> rows.interval(row, metrics), places);
    }

    /**
     * The further metrics of intervals, ascending. Most runs have none, and reading an empty column takes time for
     * millions of rows.
     */
    private List<String> intervalMetrics(String runId, @Nullable Integer trial) throws SQLException {
        String ofRun = "run = (SELECT run FROM runs WHERE id = '" + runId.replace("'", "''") + "')";
        return columns
                .used(connection, Schema.INTERVALS, trial == null ? ofRun : ofRun + " AND trial = " + trial)
                .stream()
                .sorted()
                .toList();
    }

    /** Indexes of the functions that have intervals, ascending. */
    List<Integer> functionIndexes(String runId, int trial) throws SQLException {
        return list(
                "SELECT DISTINCT worker FROM intervals" + OF_RUN + " AND trial = ? ORDER BY worker",
                row -> row.getInt(1),
                runId,
                trial);
    }

    private <T> List<T> list(String query, Row<T> row, Object... places) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < places.length; i++) {
                statement.setObject(i + 1, places[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(row.read(result));
                }
            }
        }
        return found;
    }
}
