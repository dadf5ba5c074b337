package org.faasnetlab.store;

import org.faasnetlab.LabException;

/** The run store cannot do what was asked. {@link #problem()} says which of the foreseen problems it is. */
public final class StoreException extends LabException {
    private static final long serialVersionUID = 1L;

    /** The foreseen problems of a store. */
    public enum Problem {
        /** Another instance of the program has the store open. */
        LOCKED,
        /** The file is not a store, or is damaged. */
        CORRUPT,
        /** The store was written by a newer version of the program. */
        NEWER,
        /** The directory cannot be made or written. */
        NOT_WRITABLE,
        /** No space is left on the disk. */
        DISK_FULL,
        /** Runs that were to be brought in are not what they should be. */
        UNREADABLE,
        /** Any other failure of the database. */
        FAILED
    }

    private final Problem problem;

    public StoreException(Problem problem, String sentence, String nextStep, Throwable cause) {
        super(Kind.FAILED, sentence, nextStep, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
