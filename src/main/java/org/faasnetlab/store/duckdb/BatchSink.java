package org.faasnetlab.store.duckdb;

import java.sql.SQLException;
import java.util.List;
import org.faasnetlab.store.StoreException;

/** The destination of batches of changes: the open file. Used only by the writer thread. */
interface BatchSink extends AutoCloseable {

    /** Opens the file for writing. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the place to which the next batch of rows is written.
         *
         * @param reopen whether writing has failed since the file was last opened; it is then closed and reopened,
         *     because the database rejects all operations after some failures
         */
        BatchSink open(boolean reopen) throws SQLException, StoreException;
    }

    /** The number of the last committed batch. */
    long lastCommitted() throws SQLException;

    /**
     * Writes the changes in order and commits them with the batch number; they are on disk when this returns.
     *
     * @throws StoreException if they were written to a file that is no longer in its place
     */
    void write(long number, List<Change> changes) throws SQLException, StoreException;

    @Override
    void close() throws SQLException;
}
