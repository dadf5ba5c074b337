package org.faasnetlab.invoke;

/** How an invocation ended, as the service and the connection tell it. The function's own last word is a record. */
public sealed interface InvocationEnd {

    /** The service closed the stream in order and reported no error. */
    record Complete() implements InvocationEnd {}

    /**
     * The service refused to start the function because too many run already or too many were asked for (HTTP 429).
     * No function has started; asking again later may work.
     */
    record Throttled(String message) implements InvocationEnd {}

    /** The service refused to start the function. */
    record Rejected(int httpStatus, String code, String message) implements InvocationEnd {}

    /** The request could not be signed, and was not sent: there are no keys, or the sign-in has run out. */
    record Unsigned(String message, RuntimeException cause) implements InvocationEnd {}

    /** The function started and the service reports that it failed, for example by its timeout. */
    record FunctionError(String code, String details) implements InvocationEnd {}

    /** The connection failed or ended before the service's last message; whether a function started is not known. */
    record Broken(String message) implements InvocationEnd {}

    /** {@link Invocation#cancel()} was called. */
    record Cancelled() implements InvocationEnd {}
}
