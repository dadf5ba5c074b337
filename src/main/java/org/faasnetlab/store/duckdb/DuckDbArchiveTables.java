package org.faasnetlab.store.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.store.ArchiveTables;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.store.TableFile;

/** Copies runs out of the database and into it. */
final class DuckDbArchiveTables implements ArchiveTables {
    private final RunDatabase database;
    private final ChangeWriter writer;
    private final RunKeys keys;

    DuckDbArchiveTables(RunDatabase database, ChangeWriter writer, RunKeys keys) {
        this.database = database;
        this.writer = writer;
        this.keys = keys;
    }

    @Override
    public int version() {
        return Schema.VERSION;
    }

    @Override
    public void writeTo(List<String> runIds, Path directory) throws StoreException {
        writer.flush();
        List<Integer> chosen = runIds.stream().map(keys::of).toList();
        database.use(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN");
                for (TableFile table : TableFile.values()) {
                    statement.execute(table.copyOut(chosen, directory));
                }
                statement.execute("COMMIT");
            }
            return chosen;
        });
    }

    @Override
    public synchronized BroughtIn readFrom(Path directory) throws StoreException {
        writer.flush();
        return database.use(connection -> readFrom(connection, directory));
    }

    private BroughtIn readFrom(Connection connection, Path directory) throws SQLException, StoreException {
        try (ImportStaging tables = new ImportStaging(connection, directory, database.workloads())) {
            List<String> alreadyThere = new ArrayList<>();
            Map<String, Integer> added = new LinkedHashMap<>();
            for (String id : tables.runs()) {
                if (keys.has(id)) {
                    alreadyThere.add(id);
                } else {
                    added.put(id, keys.next());
                }
            }
            tables.bringIn(added);
            tables.commit();
            added.forEach(keys::put);
            return new BroughtIn(List.copyOf(added.keySet()), alreadyThere);
        } catch (ImportStaging.BadTableException bad) {
            throw new StoreException(
                    Problem.UNREADABLE,
                    "Cannot read the runs: " + bad.getMessage() + ".",
                    "Nothing was imported. Export the runs again.",
                    bad);
        }
    }
}
