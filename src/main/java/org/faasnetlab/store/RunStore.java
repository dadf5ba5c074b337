package org.faasnetlab.store;

import java.util.Optional;
import org.faasnetlab.LabException;

/** The database of runs. Code that only reads or only writes should use {@link RunReader} or {@link RunWriter}. */
public interface RunStore extends RunReader, RunWriter, AutoCloseable {

    /** What was lost when the store was opened after a crash, in words for the user; empty if nothing was. */
    default Optional<LabException> recovery() {
        return Optional.empty();
    }

    /** Export and import of runs. */
    RunArchive archive();

    /** Writes pending changes and releases the file for other instances. */
    @Override
    void close() throws StoreException;
}
