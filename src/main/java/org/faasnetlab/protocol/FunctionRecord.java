package org.faasnetlab.protocol;

import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.jspecify.annotations.Nullable;

/** One line of a function's answer. Absent facts are null and are left out of the line. */
public sealed interface FunctionRecord {

    /** Hands this to the method of a handler that is meant for its type. */
    <X extends Exception> void accept(Handler<X> handler) throws X;

    /** Whether a function sends nothing after it. */
    boolean isLast();

    /**
     * Handles every record: a new type does not compile until each handler says what to do with it.
     *
     * @param <X> what handling throws
     */
    interface Handler<X extends Exception> {
        void on(Ready functionRecord) throws X;

        void on(Started functionRecord) throws X;

        void on(Measured functionRecord) throws X;

        void on(Heartbeat functionRecord) throws X;

        void on(Finished functionRecord) throws X;

        void on(Failed functionRecord) throws X;
    }

    /**
     * The function runs and waits for T0.
     *
     * @param sandboxId made once when the sandbox (execution environment) starts; equal ids are the same process
     * @param logStream the name under which the service keeps the sandbox's log
     * @param cold whether this is the sandbox's first invocation
     * @param memoryMb memory size in MB as the service set it; 0 if it set none
     * @param architecture processor architecture, for example {@code amd64}
     * @param runtime what the function code runs on, for example {@code Java 21.0.5}
     * @param clockEpochMicros the function's wall clock when it wrote this, microseconds since 1970
     * @param iperf3Version the iperf3 program's own version, for an iperf3 task
     */
    record Ready(
            String sandboxId,
            String logStream,
            boolean cold,
            int memoryMb,
            String architecture,
            String runtime,
            long clockEpochMicros,
            @Nullable String iperf3Version)
            implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        @Override
        public boolean isLast() {
            return false;
        }
    }

    /**
     * The transfer has begun.
     *
     * @param offsetMicros when, in microseconds after T0
     */
    record Started(long offsetMicros) implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        @Override
        public boolean isLast() {
            return false;
        }
    }

    /** A stretch of the transfer has been measured. */
    record Measured(Interval interval) implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        @Override
        public boolean isLast() {
            return false;
        }
    }

    /** Nothing new, but alive. */
    record Heartbeat() implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        @Override
        public boolean isLast() {
            return false;
        }
    }

    /**
     * The task is done: the totals, as the two ends saw them. The transfer's own mean bandwidth is
     * {@code receiverBytes} over {@code durationMicros}.
     *
     * @param senderBytes payload bytes that the sender counted
     * @param receiverBytes payload bytes that the receiver counted; what was delivered
     * @param offsetMicros start of the transfer, microseconds after T0
     * @param durationMicros length of the transfer in microseconds, as its measuring program states it
     * @param retransmits TCP segments sent again in the whole transfer, where known
     * @param mss TCP maximum segment size in bytes, where known
     * @param firstByteMicros S3: from the request to the first byte of the answer, in microseconds
     * @param cpuMicros processor time the function used for the task, all its processes, in microseconds
     * @param serverProcessors iperf3: processor time of the server's process over the length of the test, as iperf3 says
     *     it ({@code remote_total} of {@code cpu_utilization_percent}, over 100); 1 is one processor all the time. iperf3
     *     takes {@code clock()}, which counts all threads of the process ({@code cpu_util} in {@code iperf_util.c}).
     *     Before 3.16 there is one thread, so that a value near 1 means that the server's processor is the limit; from 3.16
     *     on every stream has a thread, and several streams may pass 1. Null where iperf3 does not say it.
     * @param metrics further metrics that the workload reports for the whole transfer
     */
    record Finished(
            long senderBytes,
            long receiverBytes,
            long offsetMicros,
            long durationMicros,
            @Nullable Long retransmits,
            @Nullable Integer mss,
            @Nullable Long firstByteMicros,
            @Nullable Long cpuMicros,
            @Nullable Double serverProcessors,
            MetricValues metrics)
            implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        @Override
        public boolean isLast() {
            return true;
        }

        /** A transfer of a workload without further metrics. */
        public Finished(
                long senderBytes,
                long receiverBytes,
                long offsetMicros,
                long durationMicros,
                @Nullable Long retransmits,
                @Nullable Integer mss,
                @Nullable Long firstByteMicros,
                @Nullable Long cpuMicros,
                @Nullable Double serverProcessors) {
            this(
                    senderBytes,
                    receiverBytes,
                    offsetMicros,
                    durationMicros,
                    retransmits,
                    mss,
                    firstByteMicros,
                    cpuMicros,
                    serverProcessors,
                    MetricValues.NONE);
        }

        /** A transfer whose server says nothing of its processors. */
        public Finished(
                long senderBytes,
                long receiverBytes,
                long offsetMicros,
                long durationMicros,
                @Nullable Long retransmits,
                @Nullable Integer mss,
                @Nullable Long firstByteMicros,
                @Nullable Long cpuMicros) {
            this(
                    senderBytes,
                    receiverBytes,
                    offsetMicros,
                    durationMicros,
                    retransmits,
                    mss,
                    firstByteMicros,
                    cpuMicros,
                    null);
        }
    }

    /**
     * The task failed and this is the last record.
     *
     * @param message one sentence for a person
     * @param retryable whether the same invocation may work later
     */
    record Failed(FailureReason reason, String message, boolean retryable) implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }
}
