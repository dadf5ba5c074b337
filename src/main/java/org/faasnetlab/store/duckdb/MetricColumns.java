package org.faasnetlab.store.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.faasnetlab.measure.MetricValues;

/**
 * Manages the columns of metrics that are not part of the original tables: {@code metric_NAME}, DOUBLE, null if
 * unknown. A column is added when a value of its metric is first written or imported. Thread-safe.
 */
final class MetricColumns {
    /** Avoids conflicts with columns that later versions of the schema add. */
    static final String PREFIX = "metric_";

    private static final List<String> TABLES = List.of(Schema.INTERVALS, Schema.FUNCTIONS);

    /** Shared while rows are added; exclusive while a column is added, which would fail concurrently. */
    private final ReadWriteLock rows = new ReentrantReadWriteLock();

    /** Metrics by table, in the order of their columns. */
    private final Map<String, List<String>> metrics = new ConcurrentHashMap<>();

    /** Reads the existing columns. */
    void read(Statement statement) throws SQLException {
        for (String table : TABLES) {
            metrics.put(table, read(statement, table));
        }
    }

    private static List<String> read(Statement statement, String table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT column_name FROM information_schema.columns WHERE table_catalog = current_catalog()"
                        + " AND table_name = '" + table + "' ORDER BY ordinal_position")) {
            while (row.next()) {
                String name = metric(row.getString(1));
                if (!name.isEmpty()) {
                    found.add(name);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The metrics of a table in the order of their columns, which are the last ones of the table. */
    List<String> of(String table) {
        return metrics.getOrDefault(table, List.of());
    }

    /** The metric of a column; empty if it is not such a column. */
    static String metric(String column) {
        String name = column.startsWith(PREFIX) ? column.substring(PREFIX.length()) : "";
        return MetricValues.isName(name) ? name : "";
    }

    /** The lock to hold while adding rows. */
    Lock forRows() {
        return rows.readLock();
    }

    /** Adds missing columns. Must not be called while {@link #forRows} is held or a transaction is open. */
    void add(Connection connection, String table, Collection<String> names) throws SQLException {
        if (of(table).containsAll(names)) {
            return;
        }
        rows.writeLock().lock();
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                if (!MetricValues.isName(name)) {
                    throw new IllegalArgumentException("'" + name + "' is not the name of a metric");
                }
                statement.execute("ALTER TABLE " + table + " ADD COLUMN IF NOT EXISTS " + PREFIX + name + " DOUBLE");
            }
            metrics.put(table, read(statement, table));
        } finally {
            rows.writeLock().unlock();
        }
    }

    /**
     * The metrics of a table for which some rows have a value, in the order of their columns.
     *
     * @param condition selects the rows
     */
    List<String> used(Connection connection, String table, String condition) throws SQLException {
        List<String> names = of(table);
        if (names.isEmpty()) {
            return names;
        }
        String counts =
                names.stream().map(name -> "count(" + PREFIX + name + ")").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + counts + " FROM " + table + " WHERE " + condition)) {
            row.next();
            List<String> used = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (row.getLong(i + 1) > 0) {
                    used.add(names.get(i));
                }
            }
            return used;
        }
    }
}
