package org.faasnetlab.store;

/** The database of runs. Code that only reads or only writes should use {@link RunReader} or {@link RunWriter}. */
public interface RunStore extends RunReader, RunWriter, AutoCloseable {

    /** Export and import of runs. */
    RunArchive archive();

    /** Writes pending changes and releases the file for other instances. */
    @Override
    void close() throws StoreException;
}
