package org.faasnetlab.protocol;

import java.util.Locale;

/** Why a function delivered no result. Part of the protocol: app and function use the same constants. */
public enum FailureReason {
    /** The event is malformed or requests something impossible. */
    BAD_REQUEST,
    /** No iperf3 program where the function runs, or one that does not start. */
    IPERF3_UNAVAILABLE,
    /** The iperf3 server was busy with another client until the deadline. */
    SERVER_BUSY,
    /** No connection to the server or to S3. */
    CONNECT_FAILED,
    /** A connection, but no datagrams to the server, or none from it: a firewall drops UDP. */
    UDP_BLOCKED,
    /** The connection broke during the transfer. */
    TRANSFER_BROKEN,
    /** S3 answered with an HTTP status that is not success. */
    HTTP_STATUS,
    /** The deadline came before the end of the task. */
    DEADLINE,
    /** An unexpected error in the function. */
    INTERNAL,
    /** Detected by the app: the service rejected the invocation because of too many concurrent ones (429). */
    THROTTLED,
    /** Detected by the app: the service rejected the invocation for another reason. */
    REJECTED,
    /** Detected by the app: the function's process exited, ran into its timeout or reported an error to the service. */
    FUNCTION_ERROR,
    /** Detected by the app: the stream of records broke or ended without a final record. */
    STREAM_BROKEN,
    /** Detected by the app: the function was not ready in time. */
    SLOW_START,
    /** Detected by the app: the function has another memory size than the trial measures. */
    WRONG_MEMORY,
    /** Detected by the app: no response until the trial's deadline. */
    NO_ANSWER,
    /** Stopped because the user stopped the run or interrupted its processes. */
    CANCELLED;

    /** The name in records and exports, for example {@code server-busy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Parses {@link #id()}; an unknown name, as from a newer version, becomes {@link #INTERNAL}. */
    public static FailureReason ofId(String id) {
        for (FailureReason reason : values()) {
            if (reason.id().equals(id)) {
                return reason;
            }
        }
        return INTERNAL;
    }
}
