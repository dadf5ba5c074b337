package org.faasnetlab.store;

import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/** An operation of the run store failed. {@link #problem()} classifies the failure. */
public final class StoreException extends LabException {
    private static final long serialVersionUID = 1L;

    /** The types of store problems. */
    public enum Problem {
        /** Another instance of the program has the store open. */
        LOCKED,
        /** The file system has no locks, so that other instances could not be kept away. */
        NO_LOCKS,
        /** The file was deleted, moved or replaced while the store was open. */
        MISSING,
        /** The file is not a store, or is damaged. */
        CORRUPT,
        /** The store was written by a newer version of the program. */
        NEWER,
        /** The directory cannot be created or written. */
        NOT_WRITABLE,
        /** No space is left on the disk. */
        DISK_FULL,
        /** The files of an import are invalid. */
        UNREADABLE,
        /** Any other failure of the database. */
        FAILED
    }

    private final Problem problem;

    public StoreException(Problem problem, Phrase sentence, Phrase advice, Throwable cause) {
        super(Kind.FAILED, sentence, advice, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
