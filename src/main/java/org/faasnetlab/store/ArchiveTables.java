package org.faasnetlab.store;

import java.nio.file.Path;
import java.util.List;

/** Runs as files of tables, to be taken to another store. A store of a newer version reads the files of an older one. */
public interface ArchiveTables {

    /** What became of runs that were brought in. */
    record BroughtIn(List<String> added, List<String> alreadyThere) {
        public BroughtIn {
            added = List.copyOf(added);
            alreadyThere = List.copyOf(alreadyThere);
        }
    }

    /** Version of the tables that this program writes, and the newest that it reads. */
    int version();

    /**
     * Writes all that is kept of some runs, one file for each {@link TableFile}.
     *
     * @param directory where there is no such file yet
     */
    void writeTo(List<String> runIds, Path directory) throws StoreException;

    /**
     * Brings in all runs of the files, or none if anything in them is wrong. A run whose id is here already stays as it
     * is. A file of a later table may be missing.
     *
     * @throws StoreException with {@link StoreException.Problem#UNREADABLE} if a file is not what it should be
     */
    BroughtIn readFrom(Path directory) throws StoreException;
}
