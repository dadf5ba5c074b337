package org.faasnetlab.store;

import java.util.Locale;

/** State of a run or of a trial. */
public enum RunStatus {
    /** Running in the program that has the store open. */
    RUNNING,
    /** Every function finished with a result. */
    COMPLETED,
    /** Finished, but some functions failed. */
    PARTIAL,
    /** No function finished with a result, or the run could not continue. */
    FAILED,
    /** Stopped by the user; the data measured until then is stored. */
    CANCELLED,
    /** The program was interrupted; all data except the last second is stored. */
    INTERRUPTED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
