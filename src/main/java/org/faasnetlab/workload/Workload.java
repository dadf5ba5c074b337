package org.faasnetlab.workload;

import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/** What every function of a trial transfers. */
public sealed interface Workload {

    /** Of the trial; {@link Cell#directionOf} has that of a function. */
    Direction direction();

    /** What every interval reports. */
    List<Metric> intervalMetrics();

    /** What every function that finishes reports. */
    List<Metric> functionMetrics();

    /**
     * An iperf3 test against a server process of the function's own.
     *
     * @param seconds length of the test, at least 1
     * @param streams parallel TCP streams, 1 to 128
     * @param intervalMs reported interval in milliseconds, at least 100
     * @param omitSeconds seconds at the start that iperf3 leaves out, 0 to 60
     * @param congestion TCP congestion control to ask for, or null for the system's own
     */
    record Iperf3(
            Direction direction,
            int seconds,
            int streams,
            int intervalMs,
            int omitSeconds,
            @Nullable String congestion) implements Workload {

        @Override
        public List<Metric> intervalMetrics() {
            return WorkloadKind.IPERF3.intervalMetrics();
        }

        @Override
        public List<Metric> functionMetrics() {
            return WorkloadKind.IPERF3.functionMetrics();
        }
    }

    /**
     * One object of S3, fetched or sent.
     *
     * @param objectSize size of the object, at least 1 byte
     * @param connections connections at once, 1 to 64
     * @param partSize size of one range or part
     * @param intervalMs reported interval in milliseconds, at least 100
     */
    record S3(Direction direction, DataSize objectSize, int connections, DataSize partSize, int intervalMs)
            implements Workload {

        @Override
        public List<Metric> intervalMetrics() {
            return WorkloadKind.S3.intervalMetrics();
        }

        @Override
        public List<Metric> functionMetrics() {
            return WorkloadKind.S3.functionMetrics();
        }
    }
}
