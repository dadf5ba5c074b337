package org.faasnetlab.store;

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
import org.jspecify.annotations.Nullable;

/** The questions that are asked of the file, over one connection. */
final class RunReader implements AutoCloseable {

    private interface Row<T> {
        T read(ResultSet result) throws SQLException;
    }

    private static final String OF_RUN = " WHERE run = (SELECT run FROM runs WHERE id = ?)";

    private final Connection connection;
    private final RunRows rows = new RunRows();

    RunReader(Connection connection) {
        this.connection = connection;
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

    /** A whole run, all of it as it was at one moment. */
    Optional<RunData> load(String runId) throws SQLException {
        connection.setAutoCommit(false);
        List<RunRow> run = list("FROM runs WHERE id = ?", rows::run, runId);
        return run.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunData(
                        run.get(0), trials(runId), functions(runId), intervals(runId, null), evidence(runId)));
    }

    List<RunRow> runs() throws SQLException {
        return list("FROM runs ORDER BY started_us DESC, run DESC", rows::run);
    }

    Optional<RunRow> run(String id) throws SQLException {
        List<RunRow> exact = list("FROM runs WHERE id = ?", rows::run, id);
        if (!exact.isEmpty()) {
            return Optional.of(exact.get(0));
        }
        List<RunRow> beginning = list("FROM runs WHERE starts_with(id, ?) LIMIT 2", rows::run, id);
        return beginning.size() == 1 ? Optional.of(beginning.get(0)) : Optional.empty();
    }

    List<TrialRow> trials(String runId) throws SQLException {
        String query = "SELECT trials.*, runs.id FROM trials JOIN runs USING (run) WHERE id = ? ORDER BY trial";
        return list(query, rows::trial, runId);
    }

    List<FunctionRow> functions(String runId) throws SQLException {
        return list("FROM functions" + OF_RUN + " ORDER BY trial, worker", rows::function, runId);
    }

    List<EvidenceRow> evidence(String runId) throws SQLException {
        return list("FROM evidence" + OF_RUN + " ORDER BY trial", rows::evidence, runId);
    }

    List<FunctionInterval> intervals(String runId, @Nullable Integer trial) throws SQLException {
        String order = " ORDER BY trial, worker, offset_us";
        return trial == null
                ? list("FROM intervals" + OF_RUN + order, rows::interval, runId)
                : list("FROM intervals" + OF_RUN + " AND trial = ?" + order, rows::interval, runId, trial);
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
