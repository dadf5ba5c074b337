package org.faasnetlab.store;

import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.WorkloadKind;
import org.jspecify.annotations.Nullable;

/**
 * A trial as it is kept: one cell of the experiment, once.
 *
 * @param index number in the run, from 0
 * @param repetition how often the cell was measured before, from 0
 * @param transfer {@code iperf3} or {@code s3}
 * @param seconds iperf3: length of the test
 * @param streams iperf3: TCP streams of a function; S3: connections of a function
 * @param objectBytes S3: size of the object
 * @param link the function's simulated link as a setting, {@code unlimited} where nothing is simulated
 * @param hostLink the host's simulated link as a setting, {@code unlimited} where nothing is simulated
 * @param t0EpochMicros T0 in microseconds since 1970, or null before it is chosen
 */
public record TrialRow(
        String runId,
        int index,
        int repetition,
        RunStatus status,
        String transfer,
        Direction direction,
        int memoryMb,
        int functions,
        int streams,
        @Nullable Integer seconds,
        @Nullable Long objectBytes,
        String link,
        int hosts,
        String hostLink,
        @Nullable Long t0EpochMicros) {

    /** What every interval of the trial reports. */
    public List<Metric> intervalMetrics() {
        return kind().intervalMetrics();
    }

    /** What every function of the trial that finishes reports. */
    public List<Metric> functionMetrics() {
        return kind().functionMetrics();
    }

    private WorkloadKind kind() {
        return transfer.equals(WorkloadKind.S3.word()) ? WorkloadKind.S3 : WorkloadKind.IPERF3;
    }

    /** The direction of one function: never {@link Direction#BOTH}. */
    public Direction directionOf(int functionIndex) {
        return direction.ofFunction(functionIndex, functions);
    }
}
