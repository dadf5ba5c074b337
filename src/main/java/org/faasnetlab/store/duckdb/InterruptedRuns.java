package org.faasnetlab.store.duckdb;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs that were under way when the program was cut off. Only one process holds the file, so that whatever says
 * "running" when it is opened has been cut off. Such a run ended with the last interval it kept.
 */
final class InterruptedRuns {
    private static final String RUNS = """
            UPDATE runs SET status = 'interrupted', ended_us = greatest(started_us, coalesce(
                (SELECT max(trials.t0_us + intervals.offset_us + intervals.duration_us)
                 FROM intervals JOIN trials USING (run, trial) WHERE intervals.run = runs.run), started_us))
            WHERE status = 'running'""";
    private static final String TRIALS = "UPDATE trials SET status = 'interrupted' WHERE status = 'running'";

    private InterruptedRuns() {}

    static void mark(Statement statement) throws SQLException {
        statement.execute("BEGIN");
        statement.execute(RUNS);
        statement.execute(TRIALS);
        statement.execute("COMMIT");
    }
}
