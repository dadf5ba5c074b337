package org.faasnetlab.store.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of the file. Times are microseconds: since 1970 for {@code started_us}, {@code ended_us} and {@code t0_us},
 * after T0 for {@code start_us} and {@code offset_us}, else lengths. Settings and environment are JSON objects.
 */
final class Schema {
    /** Tables whose rows are replaced: each has a temporary twin in which a batch is gathered. */
    static final List<String> REPLACED = List.of("runs", "trials", "functions", "labels", "evidence");

    static final String INTERVALS = "intervals";

    static final String FUNCTIONS = "functions";

    /** What version 1 began with. */
    private static final List<String> FIRST = List.of("""
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
                duration_us BIGINT NOT NULL, bytes BIGINT NOT NULL, retransmits BIGINT)""");

    /** What users write on runs, and the number of the last batch that was committed. */
    private static final List<String> LABELS = List.of(
            "CREATE TABLE labels (run INTEGER PRIMARY KEY, name VARCHAR, note VARCHAR, tags VARCHAR NOT NULL)",
            "CREATE TABLE last_batch (batch BIGINT NOT NULL)",
            "INSERT INTO last_batch VALUES (0)");

    /** What was observed beside the functions of a trial. */
    private static final List<String> EVIDENCE = List.of("""
            CREATE TABLE evidence (
                run INTEGER, trial INTEGER, lead_us BIGINT, computer_busy DOUBLE, computer_busy_most DOUBLE,
                computer_samples INTEGER, server_busy DOUBLE, server_disk_busy DOUBLE, server_limit_bps DOUBLE,
                function_cap_bps DOUBLE, inside_vpc BOOLEAN, PRIMARY KEY (run, trial))""");

    /**
     * What the columns of a trial do not state of its workload, JSON, and where a run's testbed was; null of those that
     * were stored before.
     */
    private static final List<String> WORKLOAD_DETAILS = List.of(
            "ALTER TABLE trials ADD COLUMN workload VARCHAR", "ALTER TABLE runs ADD COLUMN testbed_kind VARCHAR");

    /**
     * {@link MetricColumns} are added when they are needed and not by a step. The version alone tells programs that count the
     * columns of a row to leave the file as it is.
     */
    private static final List<String> METRICS = List.of();

    /**
     * The steps from an empty file to the newest version: step 1 leads to version 1, and so on. Files of every version
     * are in use, so a step that was once released is never changed; what is new is a step at the end.
     */
    private static final List<List<String>> STEPS = List.of(FIRST, LABELS, EVIDENCE, WORKLOAD_DETAILS, METRICS);

    /** The newest version, which this program reads and writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    /** Brings a file from its version, 0 for a new one, to the newest: all steps or none. */
    static void upgrade(Statement statement, long version) throws SQLException {
        if (version == VERSION) {
            return;
        }
        statement.execute("BEGIN");
        if (version == 0) {
            statement.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)");
            statement.execute("INSERT INTO schema_version VALUES (0)");
        }
        for (List<String> step : STEPS.subList(Math.toIntExact(version), VERSION)) {
            for (String command : step) {
                statement.execute(command);
            }
        }
        statement.execute("UPDATE schema_version SET version = " + VERSION);
        statement.execute("COMMIT");
    }

    /** Makes the temporary twins of {@link #REPLACED} for the connection that writes, anew if they are there. */
    static void createTwins(Statement statement) throws SQLException {
        for (String table : REPLACED) {
            statement.execute("CREATE OR REPLACE TEMP TABLE " + twin(table) + " AS FROM " + table + " LIMIT 0");
        }
    }

    static String twin(String table) {
        return "new_" + table;
    }

    /** The file's version; 0 if it has no table at all, as after it was made. */
    static long version(Statement statement) throws SQLException {
        return number(statement, "SELECT count(*) FROM information_schema.tables") == 0
                ? 0
                : number(statement, "SELECT max(version) FROM schema_version");
    }

    /** The number of the last batch that is on disk. */
    static long lastBatch(Statement statement) throws SQLException {
        return number(statement, "SELECT batch FROM last_batch");
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
