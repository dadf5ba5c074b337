package org.faasnetlab.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of the file. Times are microseconds: since 1970 for {@code started_us}, {@code ended_us} and {@code t0_us},
 * after T0 for {@code start_us} and {@code offset_us}, else lengths. Settings and environment are JSON objects.
 */
final class Schema {
    static final int VERSION = 2;

    /** Tables whose rows are replaced: each has a temporary twin in which a batch is gathered. */
    static final List<String> REPLACED = List.of("runs", "trials", "functions", "evidence");

    static final String INTERVALS = "intervals";

    private static final String EVIDENCE = """
            CREATE TABLE evidence (
                run INTEGER, trial INTEGER, lead_us BIGINT, computer_busy DOUBLE, computer_busy_most DOUBLE,
                computer_samples INTEGER, server_busy DOUBLE, server_disk_busy DOUBLE, server_limit_bps DOUBLE,
                function_cap_bps DOUBLE, inside_vpc BOOLEAN, PRIMARY KEY (run, trial))""";

    /** What leads from each version to the next, from version 1 on. */
    private static final List<List<String>> UPGRADES = List.of(List.of(EVIDENCE));

    private static final List<String> TABLES = List.of("""
            CREATE TABLE runs (
                run INTEGER PRIMARY KEY, id VARCHAR NOT NULL, started_us BIGINT NOT NULL, ended_us BIGINT,
                status VARCHAR NOT NULL, preset VARCHAR NOT NULL, title VARCHAR NOT NULL, testbed VARCHAR NOT NULL,
                simulated BOOLEAN NOT NULL, settings VARCHAR NOT NULL, environment VARCHAR NOT NULL, message VARCHAR)""", """
            CREATE TABLE trials (
                run INTEGER, trial INTEGER, repetition INTEGER NOT NULL, status VARCHAR NOT NULL,
                transfer VARCHAR NOT NULL, direction VARCHAR NOT NULL, memory_mb INTEGER NOT NULL,
                functions INTEGER NOT NULL, streams INTEGER NOT NULL, seconds INTEGER, object_bytes BIGINT,
                link VARCHAR NOT NULL, hosts INTEGER NOT NULL, host_link VARCHAR NOT NULL, t0_us BIGINT,
                PRIMARY KEY (run, trial))""", """
            CREATE TABLE functions (
                run INTEGER, trial INTEGER, worker INTEGER, host INTEGER NOT NULL, sandbox VARCHAR, cold BOOLEAN,
                ready_us BIGINT, start_us BIGINT, duration_us BIGINT, sender_bytes BIGINT, receiver_bytes BIGINT,
                retransmits BIGINT, mss INTEGER, first_byte_us BIGINT, cpu_us BIGINT, failure VARCHAR, message VARCHAR,
                PRIMARY KEY (run, trial, worker))""", """
            CREATE TABLE intervals (
                run INTEGER NOT NULL, trial INTEGER NOT NULL, worker INTEGER NOT NULL, offset_us BIGINT NOT NULL,
                duration_us BIGINT NOT NULL, bytes BIGINT NOT NULL, retransmits BIGINT)""", EVIDENCE);

    private Schema() {}

    /** Makes the tables of a new file, all or none. */
    static void create(Statement statement) throws SQLException {
        statement.execute("BEGIN");
        statement.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)");
        statement.execute("INSERT INTO schema_version VALUES (" + VERSION + ")");
        for (String table : TABLES) {
            statement.execute(table);
        }
        statement.execute("COMMIT");
    }

    /** Brings the tables of an older file up to {@link #VERSION}, all or none. What is in them stays. */
    static void upgrade(Statement statement, int from) throws SQLException {
        statement.execute("BEGIN");
        for (List<String> step : UPGRADES.subList(from - 1, VERSION - 1)) {
            for (String change : step) {
                statement.execute(change);
            }
        }
        statement.execute("UPDATE schema_version SET version = " + VERSION);
        statement.execute("COMMIT");
    }

    /** Makes the temporary twins of {@link #REPLACED} for the connection that writes. */
    static void createTwins(Statement statement) throws SQLException {
        for (String table : REPLACED) {
            statement.execute("CREATE TEMP TABLE " + twin(table) + " AS FROM " + table + " LIMIT 0");
        }
    }

    static String twin(String table) {
        return "new_" + table;
    }

    /** Whether the file has no table at all, as after it was made. */
    static boolean isNew(Statement statement) throws SQLException {
        return number(statement, "SELECT count(*) FROM information_schema.tables") == 0;
    }

    /** The file's version. */
    static long version(Statement statement) throws SQLException {
        return number(statement, "SELECT max(version) FROM schema_version");
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
