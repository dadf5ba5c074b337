package org.faasnetlab.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The tables of a run as CSV files with a header; each file contains the rows of several runs. */
public enum TableFile {
    RUNS(1, "run"),
    LABELS(2, "run"),
    TRIALS(1, "run, trial"),
    FUNCTIONS(1, "run, trial, worker"),
    EVIDENCE(3, "run, trial"),
    PROBES(6, "run, trial, worker"),
    INTERVALS(1, "run, trial, worker, offset_us, duration_us, bytes");

    private final int since;
    private final String order;

    /** @param since the version that introduced this table */
    TableFile(int since, String order) {
        this.since = since;
        this.order = order;
    }

    /** Whether this table exists in a version. */
    public boolean existsIn(int version) {
        return version >= since;
    }

    /** Name of the table in the database. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the file, for example {@code runs.csv}. */
    public String file() {
        return table() + ".csv";
    }

    /**
     * Returns the statement that writes the rows of the given runs.
     *
     * @param without columns that are omitted
     */
    public String copyToSql(List<Integer> runs, List<String> without, Path directory) {
        String keys = runs.stream()
                .map(String::valueOf)
                .reduce((first, second) -> first + ", " + second)
                .orElse("NULL");
        return "COPY (SELECT *" + (without.isEmpty() ? "" : " EXCLUDE (" + String.join(", ", without) + ")") + " FROM "
                + table() + " WHERE run IN (" + keys + ") ORDER BY " + order + ") TO "
                + literal(directory.resolve(file()).toString())
                + " (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '')";
    }

    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
