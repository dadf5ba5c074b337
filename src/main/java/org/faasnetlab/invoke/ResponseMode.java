package org.faasnetlab.invoke;

import java.util.Locale;

/** How the Lambda service returns the response of a function. */
public enum ResponseMode {
    /** Streamed by InvokeWithResponseStream: charts are drawn while functions measure. */
    STREAMED,
    /**
     * Returned as a whole by Invoke when the function has finished: charts are drawn after each trial. For Regions and
     * accounts without response streaming. The measurement is the same.
     */
    BUFFERED;

    /** The word in records and exports, for example {@code streamed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
