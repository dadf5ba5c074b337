package org.faasnetlab.store;

import org.faasnetlab.measure.Direction;
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

    /** The direction of one function: never {@link Direction#BOTH}. */
    public Direction directionOf(int functionIndex) {
        return direction.ofFunction(functionIndex, functions);
    }
}
