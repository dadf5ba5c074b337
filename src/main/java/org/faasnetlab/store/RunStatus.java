package org.faasnetlab.store;

import java.util.Locale;

/** State of a run or of a trial. */
public enum RunStatus {
    /** Under way in the program that has the store open. */
    RUNNING,
    /** Every function delivered. */
    COMPLETED,
    /** Came to its end, but some functions failed. */
    PARTIAL,
    /** No function delivered, or the run could not go on. */
    FAILED,
    /** Stopped by the user; what was measured until then is there. */
    CANCELLED,
    /** The program was cut off; all but the last second is there. */
    INTERRUPTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
