package org.faasnetlab.store.duckdb;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;

/**
 * Translates exceptions of the database to {@link StoreException.Problem}. DuckDB provides no error codes over JDBC, so
 * this matches messages of DuckDB and of operating systems.
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

    StoreException of(Exception cause) {
        return of(problem(String.valueOf(cause.getMessage())), cause);
    }

    static Problem problem(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (containsAny(text, DISK_FULL)) {
            return Problem.DISK_FULL;
        }
        if (containsAny(text, LOCKED)) {
            return Problem.LOCKED;
        }
        if (containsAny(text, NEWER)) {
            return Problem.NEWER;
        }
        if (containsAny(text, NOT_WRITABLE)) {
            return Problem.NOT_WRITABLE;
        }
        return containsAny(text, CORRUPT) ? Problem.CORRUPT : Problem.FAILED;
    }

    private static boolean containsAny(String text, List<String> texts) {
        return texts.stream().anyMatch(text::contains);
    }

    StoreException of(Problem problem, Throwable cause) {
        return switch (problem) {
            case LOCKED ->
                new StoreException(
                        problem,
                        Phrase.of("The run database is in use by another instance of FaaS Network Lab."),
                        Phrase.of("Close the other instance, or specify another data folder for this one."),
                        cause);
            case NO_LOCKS ->
                new StoreException(
                        problem,
                        Phrase.of("The file system that contains {0} does not support locks.", file),
                        Phrase.of("They protect the runs from a second instance. Specify a data folder on another file"
                                + " system, for example a local disk."),
                        cause);
            case MISSING ->
                new StoreException(
                        problem,
                        Phrase.of("The run database {0} was deleted, moved or replaced while it was open.", file),
                        Phrase.of(
                                "What was measured since then is not saved. Restore the file, or restart the program to"
                                        + " begin a new one."),
                        cause);
            case CORRUPT ->
                new StoreException(
                        problem,
                        Phrase.of("The run database {0} is damaged or is not a run database.", file),
                        Phrase.of(
                                "Move the file to another folder and start again. It is not changed, and a new database is"
                                        + " created."),
                        cause);
            case NEWER ->
                new StoreException(
                        problem,
                        Phrase.of("The run database {0} was written by a newer version of FaaS Network Lab.", file),
                        Phrase.of("Use that version, or specify another data folder for this one."),
                        cause);
            case NOT_WRITABLE ->
                new StoreException(
                        problem,
                        Phrase.of("The run database {0} is not writable.", file),
                        Phrase.of("Make it writable, or specify another data folder."),
                        cause);
            case DISK_FULL ->
                new StoreException(
                        problem,
                        Phrase.of("No space left on the disk that contains {0}.", file),
                        Phrase.of(
                                "Free some space and try again. Saved data is safe; unsaved data stays in memory until the"
                                        + " program exits."),
                        cause);
            case FAILED, UNREADABLE ->
                new StoreException(
                        problem,
                        Phrase.of("The run database failed: {0}", cause.getMessage()),
                        Phrase.of("Restart the program. See the log for details."),
                        cause);
        };
    }
}
