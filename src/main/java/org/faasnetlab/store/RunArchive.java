package org.faasnetlab.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Exports runs to table files and imports them into another store. A newer version can import the files of an older
 * one.
 */
public interface RunArchive {

    /** The ids of the imported runs, and of the runs that already existed and were not changed. */
    record ImportResult(List<String> added, List<String> alreadyPresent) {
        public ImportResult {
            added = List.copyOf(added);
            alreadyPresent = List.copyOf(alreadyPresent);
        }
    }

    /** Version of the tables that this program writes, and the newest that it can read. */
    int version();

    /**
     * Writes all data of the given runs, one file for each {@link TableFile}.
     *
     * @param directory a directory without such files
     */
    void exportRuns(List<String> runIds, Path directory) throws StoreException;

    /**
     * Imports all runs of the files, or none if the files are invalid. Runs whose ids already exist are not changed.
     * Files of tables that were introduced in later versions may be missing.
     *
     * @throws StoreException with {@link StoreException.Problem#UNREADABLE} if a file is invalid
     */
    ImportResult importRuns(Path directory) throws StoreException;
}
