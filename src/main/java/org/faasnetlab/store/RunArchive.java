package org.faasnetlab.store;

import java.nio.file.Path;
import java.util.List;

/** Runs as files of tables, to be taken to another store. A store of a newer version reads the files of an older one. */
public interface RunArchive {

    /** The runs of an archive that were added, and those whose ids were there already, which stay as they are. */
    record ImportResult(List<String> added, List<String> alreadyPresent) {
        public ImportResult {
            added = List.copyOf(added);
            alreadyPresent = List.copyOf(alreadyPresent);
        }
    }

    /** Version of the tables that this program writes, and the newest that it reads. */
    int version();

    /**
     * Writes all data of some runs, one file for each {@link TableFile}.
     *
     * @param directory where there is no such file yet
     */
    void exportRuns(List<String> runIds, Path directory) throws StoreException;

    /**
     * Imports all runs of the files, or none if anything in them is wrong. A run whose id is here already stays as it
     * is. A file of a later table may be missing.
     *
     * @throws StoreException with {@link StoreException.Problem#UNREADABLE} if a file is not what it should be
     */
    ImportResult importRuns(Path directory) throws StoreException;
}
