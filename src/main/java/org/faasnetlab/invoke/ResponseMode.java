package org.faasnetlab.invoke;

import java.util.Locale;

/** How the Lambda service gives a function's answer. */
public enum ResponseMode {
    /** As it comes, by InvokeWithResponseStream: charts are drawn while functions measure. */
    STREAMED,
    /**
     * All at once when the function has ended, by Invoke: charts are drawn after each trial. For Regions and accounts
     * without response streaming. What is measured is the same.
     */
    BUFFERED;

    /** The word in records and exports, for example {@code streamed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
