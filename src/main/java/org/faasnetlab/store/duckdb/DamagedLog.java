package org.faasnetlab.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.duckdb.DuckDBConnection;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A damaged write-ahead log that was set aside, because it must not lock out the runs that are in the file. It holds what
 * was written since the last checkpoint.
 */
final class DamagedLog {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedLog.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final DatabaseFile file;
    private final Path aside;
    private final Instant checkpoint;
    private final Instant lastWrite;
    private final StoreException refused;

    private DamagedLog(DatabaseFile file, Path aside, Instant checkpoint, Instant lastWrite, StoreException refused) {
        this.file = file;
        this.aside = aside;
        this.checkpoint = checkpoint;
        this.lastWrite = lastWrite;
        this.refused = refused;
    }

    /**
     * Moves the log to another name.
     *
     * @param refused why the database cannot be opened, thrown if there is no log
     */
    static DamagedLog setAside(DatabaseFile file, StoreException refused) throws StoreException {
        Path log = file.log();
        Path aside = log.resolveSibling(log.getFileName() + ".damaged-" + System.currentTimeMillis());
        try {
            if (!Files.isRegularFile(log) || !Files.isRegularFile(file.path())) {
                throw refused;
            }
            Instant checkpoint = Files.getLastModifiedTime(file.path()).toInstant();
            Instant lastWrite = Files.getLastModifiedTime(log).toInstant();
            Files.move(log, aside);
            return new DamagedLog(file, aside, checkpoint, lastWrite, refused);
        } catch (IOException e) {
            refused.addSuppressed(e);
            throw refused;
        }
    }

    /** Opens the file without the log; if that fails, too, the log was not the reason and is moved back. */
    DuckDBConnection connect() throws StoreException {
        try {
            DuckDBConnection connection = file.connect();
            LOG.warn("{}", notice().fullMessage(), refused);
            return connection;
        } catch (StoreException e) {
            refused.addSuppressed(e);
            restore();
            throw refused;
        }
    }

    private void restore() {
        try {
            Files.move(aside, file.log());
        } catch (IOException e) {
            refused.addSuppressed(e);
        }
    }

    /** What was lost, and where it is. */
    StoreException notice() {
        return new StoreException(
                Problem.CORRUPT,
                Phrase.of(
                        "The last changes to the run database were damaged by a crash and are lost: what was"
                                + " measured, named or deleted between {0} and {1}. Earlier runs are complete.",
                        TIME.format(checkpoint), TIME.format(lastWrite)),
                Phrase.of(
                        "Measure again what is missing. The damaged part was moved to {0}; delete it if you do not"
                                + " need it.",
                        aside),
                refused);
    }
}
