package org.faasnetlab.invoke;

/** How an invocation ended, as the service and the connection tell it. The function's own last word is a record. */
public sealed interface InvocationEnd {

    /** What a handler makes of this, by the method that is meant for its type. */
    <R> R accept(Handler<R> handler);

    /**
     * Handles every end: a new type does not compile until each handler says what to do with it.
     *
     * @param <R> what handling gives
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

    /** The service closed the stream in order and reported no error. */
    record Complete() implements InvocationEnd {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * The service refused to start the function because too many run already or too many were asked for (HTTP 429).
     * No function has started; asking again later may work.
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

    /** The request could not be signed, and was not sent: there are no keys, or the sign-in has run out. */
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
