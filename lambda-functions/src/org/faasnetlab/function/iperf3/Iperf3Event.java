package org.faasnetlab.function.iperf3;

import org.jspecify.annotations.Nullable;

/** What iperf3 says in its lines, whatever the dialect. Times are microseconds after the start of the test. */
sealed interface Iperf3Event {

    /** Hands this to the method of a handler that is meant for its type. */
    <X extends Exception> void accept(Handler<X> handler) throws X;

    /**
     * Handles every event: a new type does not compile until each handler says what to do with it.
     *
     * @param <X> what handling throws
     */
    interface Handler<X extends Exception> {
        void on(Begun event) throws X;

        void on(Tick event) throws X;

        void on(Stretch event) throws X;

        void on(Total event) throws X;

        void on(ServerLoad event) throws X;

        void on(Trouble event) throws X;
    }

    /**
     * The test runs.
     *
     * @param sinceMicros for how long it did when this was printed, omitted start included
     * @param mss TCP maximum segment size in bytes, where the dialect gives it
     */
    record Begun(long sinceMicros, @Nullable Integer mss) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** The line was printed right after this time: what is known of iperf3's clock. */
    record Tick(long endMicros) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * What all streams together moved up to {@code endMicros}. Stretches follow each other without gaps, so the end
     * of the one before is the start of this one, whatever iperf3 prints as its start: with {@code -O} it may print
     * a wrong one for the first.
     *
     * @param moved the bytes, which may depend on the length of the stretch
     */
    record Stretch(
            long endMicros, MovedBytes moved, @Nullable Long retransmits) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** The whole test as one end saw it. */
    record Total(
            boolean sender,
            long durationMicros,
            long bytes,
            @Nullable Long retransmits) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * How much the server's process used, see {@link org.faasnetlab.protocol.FunctionRecord.Finished#serverProcessors}.
     *
     * @param processors 1 is one processor during the whole test
     */
    record ServerLoad(double processors) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** iperf3 gives up, with its own words. */
    record Trouble(String message) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        private static final String PROGRAM = "iperf3: ";
        private static final String ERROR = "error - ";

        /** Reads a line for people, as both dialects have for wrong arguments; null if it tells of no trouble. */
        static @Nullable Trouble ofLine(String line) {
            return line.startsWith(PROGRAM) ? ofWords(line.substring(PROGRAM.length())) : null;
        }

        static Trouble ofWords(String words) {
            return new Trouble((words.startsWith(ERROR) ? words.substring(ERROR.length()) : words).trim());
        }
    }

    /** Bytes of a stretch of known length. */
    @FunctionalInterface
    interface MovedBytes {
        long in(long durationMicros);
    }
}
