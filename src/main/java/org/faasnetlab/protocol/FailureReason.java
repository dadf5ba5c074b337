package org.faasnetlab.protocol;

import java.util.Locale;

/** Why a function delivered no result. The list is closed: app and function know the same reasons. */
public enum FailureReason {
    /** The event cannot be read or asks for something that is not possible. */
    BAD_REQUEST,
    /** No iperf3 program where the function runs, or one that does not start. */
    IPERF3_UNAVAILABLE,
    /** The iperf3 server served another client all the time. */
    SERVER_BUSY,
    /** No connection to the server or to S3. */
    CONNECT_FAILED,
    /** The connection broke during the transfer. */
    TRANSFER_BROKEN,
    /** S3 answered with an HTTP status that is not success. */
    HTTP_STATUS,
    /** The deadline came before the end of the task. */
    DEADLINE,
    /** The function's own fault: an error nobody foresaw. */
    INTERNAL,
    /** Seen by the app: the service refused the invocation for too many at once (429). */
    THROTTLED,
    /** Seen by the app: the service refused the invocation for another reason. */
    REJECTED,
    /** Seen by the app: the function's process ended, ran into its timeout or reported an error to the service. */
    FUNCTION_ERROR,
    /** Seen by the app: the stream of records ended without a last word, or broke. */
    STREAM_BROKEN,
    /** Seen by the app: no answer until the trial's deadline. */
    NO_ANSWER,
    /** Stopped because the user stopped the run or interrupted its processes. */
    CANCELLED;

    /** The word in records and exports, for example {@code server-busy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #word()} back; a word from a newer version is {@link #INTERNAL}. */
    public static FailureReason ofWord(String word) {
        for (FailureReason reason : values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        return INTERNAL;
    }
}
