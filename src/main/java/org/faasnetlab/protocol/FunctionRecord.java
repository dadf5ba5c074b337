package org.faasnetlab.protocol;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.jspecify.annotations.Nullable;

/** One line of a function's response. Unknown values are null and are omitted from the line. */
public sealed interface FunctionRecord {

    /** Calls the method of the handler for this type of record. */
    <X extends Exception> void accept(Handler<X> handler) throws X;

    /** Whether this is the final record of a function. */
    default boolean isLast() {
        return false;
    }

    /**
     * Handles every type of record, so that the compiler finds handlers that lack a new type.
     *
     * @param <X> the exception that handling may throw
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
     * The function is running and waits for T0.
     *
     * @param sandboxId generated when the sandbox (execution environment) starts; equal ids mean the same process
     * @param logStream name of the sandbox's log stream
     * @param cold whether this is the sandbox's first invocation
     * @param memoryMb memory size in MB as configured by the service; 0 if unknown
     * @param architecture processor architecture, for example {@code amd64}
     * @param runtime name and version of the runtime, for example {@code Java 21.0.5}
     * @param clockEpochMicros the function's wall clock when it wrote this record, microseconds since 1970
     * @param iperf3Version version of iperf3, for an iperf3 task
     * @param receivedEpochMicros the function's wall clock when it received the event, microseconds since 1970; null from
     *     functions of earlier versions
     * @param system facts about the system of the sandbox by name, see {@link SystemFacts}; empty from functions of
     *     earlier versions
     */
    record Ready(
            String sandboxId,
            String logStream,
            boolean cold,
            int memoryMb,
            String architecture,
            String runtime,
            long clockEpochMicros,
            @Nullable String iperf3Version,
            @Nullable Long receivedEpochMicros,
            Map<String, String> system)
            implements FunctionRecord {

        public Ready {
            system = Collections.unmodifiableMap(new TreeMap<>(system));
        }

        /** Without facts about the system. */
        public Ready(
                String sandboxId,
                String logStream,
                boolean cold,
                int memoryMb,
                String architecture,
                String runtime,
                long clockEpochMicros,
                @Nullable String iperf3Version,
                @Nullable Long receivedEpochMicros) {
            this(
                    sandboxId,
                    logStream,
                    cold,
                    memoryMb,
                    architecture,
                    runtime,
                    clockEpochMicros,
                    iperf3Version,
                    receivedEpochMicros,
                    Map.of());
        }

        /** Without the time at which the event was received. */
        public Ready(
                String sandboxId,
                String logStream,
                boolean cold,
                int memoryMb,
                String architecture,
                String runtime,
                long clockEpochMicros,
                @Nullable String iperf3Version) {
            this(sandboxId, logStream, cold, memoryMb, architecture, runtime, clockEpochMicros, iperf3Version, null);
        }

        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * The transfer has begun.
     *
     * @param offsetMicros when, in microseconds after T0
     * @param command the command line of the program that transfers; null if the function transfers by itself
     */
    record Started(long offsetMicros, @Nullable String command) implements FunctionRecord {

        /** Of a function that transfers by itself. */
        public Started(long offsetMicros) {
            this(offsetMicros, null);
        }

        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** An interval of the transfer has been measured. */
    record Measured(Interval interval) implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** Sent to show that the function is alive. */
    record Heartbeat() implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * The task is done. Contains the totals as measured by both ends. The mean bandwidth of the transfer is {@code
     * receiverBytes} over {@code durationMicros}.
     *
     * @param senderBytes payload bytes that the sender counted
     * @param receiverBytes payload bytes that the receiver counted
     * @param offsetMicros start of the transfer, microseconds after T0
     * @param durationMicros length of the transfer in microseconds, as reported by the measuring program
     * @param retransmits retransmitted TCP segments in the whole transfer, or null if unknown
     * @param mss TCP maximum segment size in bytes, or null if unknown
     * @param firstByteMicros S3: from the request to the first byte of the answer, in microseconds
     * @param cpuMicros processor time of all processes of the function for the task, in microseconds
     * @param serverProcessors iperf3: processor time of the server's process over the length of the test, as reported
     *     by iperf3 ({@code remote_total} of {@code cpu_utilization_percent}, over 100); 1 is one processor all the
     *     time. iperf3 uses {@code clock()}, which counts all threads of the process ({@code cpu_util} in {@code
     *     iperf_util.c}). Before 3.16 there is one thread, so a value near 1 means that the server's processor is the
     *     limit; since 3.16 every stream has a thread, and several streams may exceed 1. Null if iperf3 does not report
     *     it.
     * @param metrics further metrics that the workload reports for the whole transfer
     * @param probes round-trip times of latency probes
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
            MetricValues metrics,
            ProbeHistograms probes)
            implements FunctionRecord {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }

        @Override
        public boolean isLast() {
            return true;
        }

        /** A transfer without latency probes. */
        public Finished(
                long senderBytes,
                long receiverBytes,
                long offsetMicros,
                long durationMicros,
                @Nullable Long retransmits,
                @Nullable Integer mss,
                @Nullable Long firstByteMicros,
                @Nullable Long cpuMicros,
                @Nullable Double serverProcessors,
                MetricValues metrics) {
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
                    metrics,
                    ProbeHistograms.NONE);
        }

        /** A copy with the results of latency probes. */
        public Finished withProbes(MetricValues allMetrics, ProbeHistograms histograms) {
            return new Finished(
                    senderBytes,
                    receiverBytes,
                    offsetMicros,
                    durationMicros,
                    retransmits,
                    mss,
                    firstByteMicros,
                    cpuMicros,
                    serverProcessors,
                    allMetrics,
                    histograms);
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

        /** A transfer without processor load of the server. */
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
     * @param message one sentence for the user
     * @param retryable whether the same invocation may succeed later
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
