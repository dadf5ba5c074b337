package org.faasnetlab.store.duckdb;

import java.sql.SQLException;
import java.util.List;
import org.faasnetlab.store.StoreException;

/** Where batches of changes go: the open file, seen by the one thread that writes. */
interface BatchSink extends AutoCloseable {

    /** Opens the file for writing. */
    @FunctionalInterface
    interface Opener {
        /**
         * @param again whether writing has failed since the file was opened last; it is then closed and opened anew,
         *     because the database refuses all work after some failures
         */
        BatchSink open(boolean again) throws SQLException, StoreException;
    }

    /** The number of the last batch that is on disk. */
    long last() throws SQLException;

    /** Writes the changes in their order and commits them with their number; on disk when it returns. */
    void write(long number, List<Change> changes) throws SQLException;

    @Override
    void close() throws SQLException;
}
