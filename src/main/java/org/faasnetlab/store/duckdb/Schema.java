package org.faasnetlab.store.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of the file. Times are microseconds: since 1970 for {@code started_us}, {@code ended_us} and {@code
 * t0_us}, after T0 for {@code start_us} and {@code offset_us}, durations otherwise. Settings and environment are JSON
 * objects.
 */
final class Schema {
    /** Tables whose rows can be replaced: each has a temporary staging table that collects a batch. */
    static final List<String> UPSERTED = List.of("runs", "trials", "functions", "labels", "evidence", "probes");

    static final String INTERVALS = "intervals";

    static final String FUNCTIONS = "functions";

    /** The tables of version 1. */
    private static final List<String> VERSION_1 = List.of("""
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

    /** Labels of runs, and the number of the last committed batch. */
    private static final List<String> LABELS = List.of(
            "CREATE TABLE labels (run INTEGER PRIMARY KEY, name VARCHAR, note VARCHAR, tags VARCHAR NOT NULL)",
            "CREATE TABLE last_batch (batch BIGINT NOT NULL)",
            "INSERT INTO last_batch VALUES (0)");

    /** Conditions observed during a trial. */
    private static final List<String> EVIDENCE = List.of("""
            CREATE TABLE evidence (
                run INTEGER, trial INTEGER, lead_us BIGINT, computer_busy DOUBLE, computer_busy_most DOUBLE,
                computer_samples INTEGER, server_busy DOUBLE, server_disk_busy DOUBLE, server_limit_bps DOUBLE,
                function_cap_bps DOUBLE, inside_vpc BOOLEAN, PRIMARY KEY (run, trial))""");

    /** Further workload parameters of a trial as JSON, and the testbed kind of a run; null for older rows. */
    private static final List<String> WORKLOAD_DETAILS = List.of(
            "ALTER TABLE trials ADD COLUMN workload VARCHAR", "ALTER TABLE runs ADD COLUMN testbed_kind VARCHAR");

    /**
     * {@link MetricColumns} are added on demand and not by a step. The new version prevents older programs, which rely
     * on the number of columns, from opening the file.
     */
    private static final List<String> METRICS = List.of();

    /** Round-trip times of latency probes: histograms, of those functions that sent probes. */
    private static final List<String> PROBES = List.of("""
            CREATE TABLE probes (
                run INTEGER, trial INTEGER, worker INTEGER, histograms VARCHAR NOT NULL,
                PRIMARY KEY (run, trial, worker))""");

    /**
     * The steps from an empty file to the newest version: step 1 leads to version 1, and so on. Files of every version
     * are in use, so never change a released step; append a new one instead.
     */
    private static final List<List<String>> STEPS =
            List.of(VERSION_1, LABELS, EVIDENCE, WORKLOAD_DETAILS, METRICS, PROBES);

    /** The newest version, which this program writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    /** Upgrades a file from its version, 0 for a new file, to the newest one: all steps or none. */
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

    /** Creates the temporary staging tables of {@link #UPSERTED} for the writer connection; replaces existing ones. */
    static void createStagingTables(Statement statement) throws SQLException {
        for (String table : UPSERTED) {
            statement.execute("CREATE OR REPLACE TEMP TABLE " + staging(table) + " AS FROM " + table + " LIMIT 0");
        }
    }

    static String staging(String table) {
        return "new_" + table;
    }

    /** The version of the file; 0 if it is new and has no tables. */
    static long version(Statement statement) throws SQLException {
        return number(statement, "SELECT count(*) FROM information_schema.tables") == 0
                ? 0
                : number(statement, "SELECT max(version) FROM schema_version");
    }

    /** The number of the last committed batch. */
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
