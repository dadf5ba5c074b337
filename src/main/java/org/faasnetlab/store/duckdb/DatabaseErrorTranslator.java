package org.faasnetlab.store.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;

/**
 * Turns what the database says into one of the foreseen problems. DuckDB gives no error codes over JDBC, so that its
 * words are all there is to go by; the texts looked for are its own and the operating systems'.
 */
final class DatabaseErrorTranslator {
    private static final List<String> DISK_FULL =
            List.of("no space left on device", "not enough space on the disk", "disk quota exceeded");
    private static final List<String> LOCKED =
            List.of("could not set lock on file", "being used by another process", "file is already open in");
    private static final List<String> NEWER =
            List.of("newer version of duckdb", "storage version greater than", "can only read version");
    private static final List<String> NOT_WRITABLE =
            List.of("permission denied", "read-only file system", "access is denied", "operation not permitted");
    private static final List<String> CORRUPT = List.of(
            "not a valid duckdb database",
            "corrupt",
            "could not read enough bytes",
            "is a directory",
            "failure while replaying wal");

    private final Path file;

    DatabaseErrorTranslator(Path file) {
        this.file = file;
    }

    StoreException of(SQLException cause) {
        return of(problem(String.valueOf(cause.getMessage())), cause);
    }

    static Problem problem(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        if (holds(words, DISK_FULL)) {
            return Problem.DISK_FULL;
        }
        if (holds(words, LOCKED)) {
            return Problem.LOCKED;
        }
        if (holds(words, NEWER)) {
            return Problem.NEWER;
        }
        if (holds(words, NOT_WRITABLE)) {
            return Problem.NOT_WRITABLE;
        }
        return holds(words, CORRUPT) ? Problem.CORRUPT : Problem.FAILED;
    }

    private static boolean holds(String words, List<String> texts) {
        return texts.stream().anyMatch(words::contains);
    }

    StoreException of(Problem problem, Throwable cause) {
        return switch (problem) {
            case LOCKED ->
                new StoreException(
                        problem,
                        "Another instance of FaaS Network Lab has the runs open.",
                        "Close the other instance, or give this one another data folder.",
                        cause);
            case CORRUPT ->
                new StoreException(
                        problem,
                        "The file of the runs, " + file + ", is damaged or is not a run store.",
                        "Move the file to another folder and start again; it is left as it is, and a new one is made.",
                        cause);
            case NEWER ->
                new StoreException(
                        problem,
                        "The runs in " + file + " were written by a newer version of FaaS Network Lab.",
                        "Use that version, or give this one another data folder.",
                        cause);
            case NOT_WRITABLE ->
                new StoreException(
                        problem,
                        "The file of the runs, " + file + ", cannot be written.",
                        "Allow writing there, or give another data folder.",
                        cause);
            case DISK_FULL ->
                new StoreException(
                        problem,
                        "No space is left on the disk that holds " + file + ".",
                        "Free some space and try again. What was saved is kept, and what was not waits in memory until the program ends.",
                        cause);
            case FAILED, UNREADABLE ->
                new StoreException(
                        problem,
                        "The database of the runs failed: " + cause.getMessage(),
                        "Start the program again; the log has the details.",
                        cause);
        };
    }
}
