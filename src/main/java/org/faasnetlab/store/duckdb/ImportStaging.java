package org.faasnetlab.store.duckdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faasnetlab.format.PrintableText;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TableFile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workloads;
import org.jspecify.annotations.Nullable;

/**
 * Stages table files for import in one transaction of one connection. The files are untrusted: names and types of
 * columns are checked against the tables of the database, and mismatches are rejected with their location.
 */
final class ImportStaging implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final String ID = "'[0-9A-Za-z][0-9A-Za-z_-]{0,63}'";

    /** Error texts with queries that count invalid rows. */
    private static final Map<String, String> RUN_CHECKS = new LinkedHashMap<>();

    static {
        RUN_CHECKS.put("two runs with the same number", "SELECT count(run) - count(DISTINCT run) FROM staged_runs");
        RUN_CHECKS.put("two runs with the same ID", "SELECT count(id) - count(DISTINCT id) FROM staged_runs");
        RUN_CHECKS.put(
                "a run with an invalid ID",
                "SELECT count(*) FROM staged_runs WHERE run IS NULL OR id IS NULL OR NOT regexp_full_match(id, " + ID
                        + ")");
        RUN_CHECKS.put("a run in progress", "SELECT count(*) FROM staged_runs WHERE status = 'running'");
    }

    private static final Map<String, String> ROW_CHECKS = new LinkedHashMap<>();

    static {
        ROW_CHECKS.put(
                "a function without its trial",
                "SELECT count(*) FROM functions f JOIN staged_keys ON (f.run = key)"
                        + " ANTI JOIN trials t ON (f.run = t.run AND f.trial = t.trial)");
        ROW_CHECKS.put(
                "an interval without its function",
                "SELECT count(*) FROM (SELECT DISTINCT run, trial, worker FROM intervals"
                        + " JOIN staged_keys ON (run = key)) i ANTI JOIN functions f"
                        + " ON (i.run = f.run AND i.trial = f.trial AND i.worker = f.worker)");
    }

    private final Path directory;
    private final Workloads workloads;
    private final Connection connection;
    private final Statement statement;
    private final MetricColumns columns;

    ImportStaging(Connection connection, MetricColumns columns, Path directory, Workloads workloads)
            throws SQLException, BadTableException {
        this.connection = connection;
        this.columns = columns;
        this.directory = directory;
        this.workloads = workloads;
        addColumns(TableFile.FUNCTIONS);
        addColumns(TableFile.INTERVALS);
        statement = connection.createStatement();
        statement.execute("BEGIN");
        columns.forRows().lock();
    }

    /** Add the columns of new metrics first: a transaction that has already started could not write to them. */
    private void addColumns(TableFile table) throws SQLException, BadTableException {
        List<String> metrics = Files.exists(directory.resolve(table.file()))
                ? header(table).stream()
                        .map(MetricColumns::metric)
                        .filter(name -> !name.isEmpty())
                        .toList()
                : List.of();
        if (metrics.size() > MetricValues.MAX_METRICS) {
            throw new BadTableException(table.file() + ", line 1, has too many columns of metrics", null);
        }
        columns.add(connection, table.table(), metrics);
    }

    /** Reads only the runs and returns their ids. */
    Set<String> runs() throws SQLException, BadTableException {
        statement.execute("CREATE TEMP TABLE staged_runs AS FROM runs LIMIT 0");
        execute(TableFile.RUNS, "INSERT INTO staged_runs BY NAME FROM " + source(TableFile.RUNS));
        reject(TableFile.RUNS.file(), RUN_CHECKS);
        rejectOutOfBounds(TableFile.RUNS, "staged_runs", "");
        Set<String> ids = new LinkedHashSet<>();
        try (ResultSet row = statement.executeQuery("SELECT id FROM staged_runs ORDER BY run")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    /**
     * Imports the given runs with all their data.
     *
     * @param keys new keys by the ids of these runs
     */
    void insert(Map<String, Integer> keys) throws SQLException, BadTableException {
        statement.execute("CREATE TEMP TABLE staged_keys (number INTEGER, key INTEGER)");
        for (Map.Entry<String, Integer> key : keys.entrySet()) {
            statement.execute("INSERT INTO staged_keys SELECT run, " + key.getValue() + " FROM staged_runs WHERE id = "
                    + TableFile.literal(key.getKey()));
        }
        for (TableFile table : TableFile.values()) {
            if (!Files.exists(directory.resolve(table.file()))) {
                continue;
            }
            // A row of a run that is not in the file has no key and violates a constraint; rows of runs that are not
            // imported are skipped.
            execute(
                    table,
                    "INSERT INTO " + table.table()
                            + " BY NAME SELECT staged_keys.key AS run, read.* EXCLUDE (run) FROM "
                            + source(table) + " read LEFT JOIN staged_keys ON (read.run = number)"
                            + " WHERE key IS NOT NULL OR read.run IS NULL"
                            + " OR read.run NOT IN (SELECT run FROM staged_runs)");
        }
        for (TableFile table : TableFile.values()) {
            rejectOutOfBounds(table, table.table(), " JOIN staged_keys ON (run = key)");
        }
        reject(TableFile.INTERVALS.file(), ROW_CHECKS);
        readBack(keys.keySet());
    }

    /**
     * Verifies that the runs are readable, because a single unreadable run would make the whole list of runs
     * unreadable.
     */
    private void readBack(Set<String> ids) throws SQLException, BadTableException {
        RunQueries reader = new RunQueries(connection, columns, workloads);
        try {
            reader.labels();
            for (String id : ids) {
                checkLinks(reader.run(id).orElseThrow());
                reader.trials(id);
                reader.functions(id);
            }
        } catch (SQLException | IllegalArgumentException e) {
            throw new BadTableException("a run has an unknown value: " + e.getMessage(), e);
        }
    }

    /** Links are settings that a plan reads again. */
    private static void checkLinks(RunRow run) {
        try {
            NetworkSettings.parse(
                    run.settings().getOrDefault("link", "unlimited"),
                    1,
                    run.settings().getOrDefault("hostLink", "unlimited"),
                    run.settings());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Corrupt setting link: " + e.getMessage(), e);
        }
    }

    void commit() throws SQLException {
        statement.execute("DROP TABLE IF EXISTS staged_keys");
        statement.execute("DROP TABLE staged_runs");
        statement.execute("COMMIT");
    }

    private void reject(String file, Map<String, String> checks) throws SQLException, BadTableException {
        for (Map.Entry<String, String> check : checks.entrySet()) {
            try (ResultSet count = statement.executeQuery(check.getValue())) {
                count.next();
                if (count.getLong(1) > 0) {
                    throw new BadTableException(file + " contains " + check.getKey(), null);
                }
            }
        }
    }

    /** Checks all columns of a table in one pass. */
    private void rejectOutOfBounds(TableFile file, String table, String join) throws SQLException, BadTableException {
        Map<String, String> checks = new LinkedHashMap<>();
        ValueBounds.ranges(file)
                .forEach((column, range) -> checks.put(
                        column + " outside " + range, column + " NOT BETWEEN " + range.min() + " AND " + range.max()));
        ValueBounds.lengths(file)
                .forEach((column, length) -> checks.put(
                        column + " longer than " + length + " characters", "length(" + column + ") > " + length));
        columns.of(file.table())
                .forEach(metric -> checks.put(
                        MetricColumns.PREFIX + metric + " that is not a finite number",
                        "NOT isfinite(" + MetricColumns.PREFIX + metric + ")"));
        if (checks.isEmpty()) {
            return;
        }
        String counts = checks.values().stream()
                .map(condition -> "count(*) FILTER (WHERE " + condition + ")")
                .collect(Collectors.joining(", "));
        try (ResultSet count = statement.executeQuery("SELECT " + counts + " FROM " + table + join)) {
            count.next();
            int column = 1;
            for (String what : checks.keySet()) {
                if (count.getLong(column++) > 0) {
                    throw new BadTableException(file.file() + " contains " + what, null);
                }
            }
        }
    }

    private void execute(TableFile table, String command) throws SQLException, BadTableException {
        try {
            statement.execute(command);
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            if (DatabaseErrorTranslator.problem(message) != StoreException.Problem.FAILED) {
                throw e;
            }
            Matcher line = LINE.matcher(message);
            String place = line.find() ? table.file() + ", line " + line.group(1) : table.file();
            throw new BadTableException(
                    place + ", is invalid: " + message.lines().limit(3).collect(Collectors.joining("; ")), e);
        }
    }

    private String source(TableFile table) throws SQLException, BadTableException {
        Map<String, String> types = new LinkedHashMap<>();
        try (ResultSet column = statement.executeQuery(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_catalog = current_catalog()"
                        + " AND table_name = '" + table.table() + "' ORDER BY ordinal_position")) {
            while (column.next()) {
                types.put(column.getString(1), column.getString(2));
            }
        }
        List<String> columns = new ArrayList<>();
        for (String name : header(table)) {
            String type = types.remove(name);
            if (type == null) {
                throw new BadTableException(
                        table.file() + ", line 1, has an unknown or duplicate column: " + name, null);
            }
            columns.add("'" + name + "': '" + type + "'");
        }
        if (types.containsKey("run")) {
            throw new BadTableException(table.file() + ", line 1, has no column \"run\"", null);
        }
        return "read_csv(" + TableFile.literal(directory.resolve(table.file()).toString())
                + ", header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
                + " allow_quoted_nulls = false, strict_mode = true, columns = {" + String.join(", ", columns) + "})";
    }

    private List<String> header(TableFile table) throws BadTableException {
        try (BufferedReader reader = Files.newBufferedReader(directory.resolve(table.file()), StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            int next = reader.read();
            while (next >= 0 && next != '\n' && line.length() < 4_000) {
                line.append((char) next);
                next = reader.read();
            }
            return List.of(line.toString().strip().split(",", -1));
        } catch (CharacterCodingException e) {
            throw new BadTableException(table.file() + ", line 1, is not UTF-8 text", e);
        } catch (IOException e) {
            throw new BadTableException(table.file() + " is unreadable", e);
        }
    }

    /** Rolls back uncommitted changes. */
    @Override
    public void close() throws SQLException {
        try {
            statement.close();
            connection.close();
        } finally {
            columns.forRows().unlock();
        }
    }

    /** A file is invalid; the message contains location and reason, without a full stop. */
    static final class BadTableException extends Exception {
        private static final long serialVersionUID = 1L;
        private static final int MAX_REASON = 500;

        BadTableException(String placeAndReason, @Nullable Throwable cause) {
            super(PrintableText.line(placeAndReason, MAX_REASON), cause);
        }
    }
}
