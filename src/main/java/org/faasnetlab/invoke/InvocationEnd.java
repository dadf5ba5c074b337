package org.faasnetlab.invoke;

import java.util.concurrent.CompletionException;

/**
 * How an invocation ended from the view of the service and the connection. The result of the function itself is a
 * record.
 */
public sealed interface InvocationEnd {

    /** Calls the method of the handler for this type of end and returns its result. */
    <R> R accept(Handler<R> handler);

    /**
     * Handles every type of end, so that the compiler finds handlers that lack a new type.
     *
     * @param <R> the result of handling
     */
    interface Handler<R> {
        R on(Complete end);

        R on(Throttled end);

        R on(Rejected end);

        R on(Unsigned end);

        R on(FunctionError end);

        R on(Broken end);

        R on(Cancelled end);
    }

    /** The service closed the stream normally and reported no error. */
    record Complete() implements InvocationEnd {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * The service refused to start the function because of too many concurrent invocations or too many requests (HTTP
     * 429). No function has started; a later retry may succeed.
     */
    record Throttled(String message) implements InvocationEnd {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** The service refused to start the function. */
    record Rejected(int httpStatus, String code, String message) implements InvocationEnd {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** The request could not be signed, and was not sent: there are no credentials, or the sign-in has expired. */
    record Unsigned(String message, RuntimeException cause) implements InvocationEnd {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** The function started and the service reports that it failed, for example by its timeout. */
    record FunctionError(String code, String details) implements InvocationEnd {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** The connection failed or ended before the service's last message; whether a function started is not known. */
    record Broken(String message) implements InvocationEnd {
        /** The end of an exchange that failed with this exception. */
        static Broken of(Throwable failure) {
            Throwable cause = failure;
            while (cause.getCause() != null && (cause instanceof CompletionException || cause.getMessage() == null)) {
                cause = cause.getCause();
            }
            String message =
                    cause.getMessage() == null ? cause.getClass().getSimpleName() : firstSentence(cause.getMessage());
            return new Broken("The connection to the Lambda service failed: " + message + ".");
        }

        // The HTTP client appends general advice to its messages.
        private static String firstSentence(String message) {
            int end = message.indexOf(". ");
            String first = end < 0 ? message : message.substring(0, end);
            return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** {@link Invocation#cancel()} was called. */
    record Cancelled() implements InvocationEnd {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }
}
