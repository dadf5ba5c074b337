package org.faasnetlab.invoke;

import java.util.Locale;

/** How the Lambda service returns the response of a function. */
public enum ResponseMode {
    /** Streamed by InvokeWithResponseStream: charts are drawn while functions measure. */
    STREAMED,
    /**
     * Returned as a whole by Invoke when the function has finished: charts are drawn after each trial. For Regions and
     * accounts without response streaming. The measurement is the same. Lambda's limit of 6 MiB is never reached: at an
     * interval every 100 ms and less than 200 bytes for each, a function that measures for 15 minutes returns less than
     * 2 MB.
     */
    BUFFERED;

    /** The word in records and exports, for example {@code streamed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
