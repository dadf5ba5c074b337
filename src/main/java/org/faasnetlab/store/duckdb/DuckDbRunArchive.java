package org.faasnetlab.store.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.store.TableFile;

/** Copies runs from the database to files and back. */
final class DuckDbRunArchive implements RunArchive {
    private final RunDatabase database;
    private final ChangeWriter writer;
    private final RunKeys keys;

    DuckDbRunArchive(RunDatabase database, ChangeWriter writer, RunKeys keys) {
        this.database = database;
        this.writer = writer;
        this.keys = keys;
    }

    @Override
    public int version() {
        return Schema.VERSION;
    }

    @Override
    public void exportRuns(List<String> runIds, Path directory) throws StoreException {
        writer.flush();
        List<Integer> runKeys = runIds.stream().map(keys::of).toList();
        database.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN");
                for (TableFile table : TableFile.values()) {
                    statement.execute(table.copyToSql(runKeys, unused(connection, table, runKeys), directory));
                }
                statement.execute("COMMIT");
            }
            return runKeys;
        });
    }

    /** Columns of metrics for which the exported runs have no values. */
    private List<String> unused(Connection connection, TableFile table, List<Integer> runs) throws SQLException {
        List<String> all = database.columns().of(table.table());
        List<String> unused = new ArrayList<>(all);
        if (!runs.isEmpty()) {
            String ofRuns = "run IN (" + runs.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
            unused.removeAll(database.columns().used(connection, table.table(), ofRuns));
        }
        return unused.stream().map(name -> MetricColumns.PREFIX + name).toList();
    }

    @Override
    public synchronized ImportResult importRuns(Path directory) throws StoreException {
        writer.flush();
        return database.withConnection(connection -> importRuns(connection, directory));
    }

    private ImportResult importRuns(Connection connection, Path directory) throws SQLException, StoreException {
        try (ImportStaging staging =
                new ImportStaging(connection, database.columns(), directory, database.workloads())) {
            List<String> alreadyPresent = new ArrayList<>();
            Map<String, Integer> added = new LinkedHashMap<>();
            for (String id : staging.runs()) {
                if (keys.has(id)) {
                    alreadyPresent.add(id);
                } else {
                    added.put(id, keys.next());
                }
            }
            staging.insert(added);
            staging.commit();
            added.forEach(keys::put);
            return new ImportResult(List.copyOf(added.keySet()), alreadyPresent);
        } catch (SQLException e) {
            if (DatabaseErrorTranslator.problem(String.valueOf(e.getMessage())) == Problem.DISK_FULL) {
                throw new StoreException(
                        Problem.DISK_FULL,
                        Phrase.of(
                                "No space left on the disk that contains {0}.",
                                database.file().path()),
                        Phrase.of("Nothing was imported. Free some space on that disk and try again."),
                        e);
            }
            throw e;
        } catch (ImportStaging.BadTableException e) {
            throw new StoreException(
                    Problem.UNREADABLE,
                    Phrase.of("Cannot read the runs: {0}.", e.getMessage()),
                    Phrase.of("Nothing was imported. Export the runs again."),
                    e);
        }
    }
}
