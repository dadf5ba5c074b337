package org.faasnetlab.function.iperf3;

import org.faasnetlab.measure.MetricValues;
import org.jspecify.annotations.Nullable;

/**
 * An event in the output of iperf3, independent of the output format. Times are microseconds after the start of the
 * test.
 */
sealed interface Iperf3Event {

    /** Calls the method of the handler for this type of event. */
    <X extends Exception> void accept(Handler<X> handler) throws X;

    /**
     * Handles every type of event, so that the compiler finds handlers that lack a new type.
     *
     * @param <X> the exception that handling may throw
     */
    interface Handler<X extends Exception> {
        void on(Begun event) throws X;

        void on(Tick event) throws X;

        void on(Stretch event) throws X;

        void on(Offered event) throws X;

        void on(Total event) throws X;

        void on(ServerLoad event) throws X;

        void on(OutOfOrder event) throws X;

        void on(Trouble event) throws X;
    }

    /**
     * The test is running.
     *
     * @param sinceMicros elapsed time of the test when this line was printed, including the omitted start
     * @param mss TCP maximum segment size in bytes, null if the output format does not include it
     */
    record Begun(long sinceMicros, @Nullable Integer mss) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** The line was printed right after this time; used to estimate the clock of iperf3. */
    record Tick(long endMicros) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * Bytes that all streams together transferred in an interval that ends at {@code endMicros}. Intervals follow each
     * other without gaps, so each starts at the end of the previous one. The start that iperf3 prints is ignored: with
     * {@code -O} it may be wrong for the first interval.
     *
     * @param moved the bytes, which may depend on the length of the interval
     * @param metrics what TCP knows about the streams at the end of the interval, see {@link TcpInfo}, or counts of
     *     datagrams, see {@link UdpCounts}
     */
    record Stretch(
            long endMicros, MovedBytes moved, @Nullable Long retransmits, MetricValues metrics) implements Iperf3Event {
        Stretch withoutRetransmits() {
            return new Stretch(endMicros, moved, null, metrics);
        }

        Stretch plus(MetricValues more) {
            return new Stretch(endMicros, moved, retransmits, metrics.plus(more));
        }

        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * What a sender of datagrams has sent in an interval that ends at {@code endMicros}, whatever arrives of it. The account
     * of the receiver follows as {@link Stretch}es.
     */
    record Offered(long endMicros, long bytes) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * The totals of the test as measured by one end.
     *
     * @param metrics what that end counted about datagrams
     */
    record Total(
            boolean sender,
            long durationMicros,
            long bytes,
            @Nullable Long retransmits,
            MetricValues metrics) implements Iperf3Event {
        /** The totals of a TCP test. */
        Total(boolean sender, long durationMicros, long bytes, @Nullable Long retransmits) {
            this(sender, durationMicros, bytes, retransmits, MetricValues.NONE);
        }

        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * Processor load of the server process, see {@link
     * org.faasnetlab.protocol.FunctionRecord.Finished#serverProcessors}.
     *
     * @param processors 1 means one processor during the whole test
     */
    record ServerLoad(double processors) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** The datagrams that arrived after a later one; iperf3 is silent if there are none. */
    record OutOfOrder(long datagrams) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** iperf3 fails with this message. */
    record Trouble(String message) implements Iperf3Event {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        private static final String PROGRAM = "iperf3: ";
        private static final String ERROR = "error - ";

        /**
         * Whether the system has no TCP_INFO, as WSL 1 and other emulators. iperf3 reports this with every interval,
         * prints what is by chance in memory as retransmits, and completes the test.
         */
        boolean isMissingTcpInfo() {
            return message.startsWith("getsockopt");
        }

        /**
         * Parses a line of plain text, which both output formats print for invalid arguments; null if it is not an
         * error.
         */
        static @Nullable Trouble ofLine(String line) {
            return line.startsWith(PROGRAM) ? ofWords(line.substring(PROGRAM.length())) : null;
        }

        static Trouble ofWords(String words) {
            return new Trouble((words.startsWith(ERROR) ? words.substring(ERROR.length()) : words).trim());
        }
    }

    /** Bytes of an interval of known length. */
    @FunctionalInterface
    interface MovedBytes {
        long in(long durationMicros);
    }
}
