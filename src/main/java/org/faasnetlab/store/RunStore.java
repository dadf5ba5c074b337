package org.faasnetlab.store;

/** The database of runs. A consumer that only reads or only writes takes a {@link RunReader} or a {@link RunWriter}. */
public interface RunStore extends RunReader, RunWriter, AutoCloseable {

    /** Runs as files, to be taken to another store. */
    RunArchive archive();

    /** Writes what is left and frees the file for another instance. */
    @Override
    void close() throws StoreException;
}
