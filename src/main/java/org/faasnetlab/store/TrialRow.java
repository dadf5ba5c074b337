package org.faasnetlab.store;

import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * A trial as it is kept: one cell of the experiment, once.
 *
 * @param index number in the run, from 0
 * @param repetition how often the cell was measured before, from 0
 * @param t0EpochMicros T0 in microseconds since 1970, or null before it is chosen
 */
public record TrialRow(
        String runId,
        int index,
        int repetition,
        RunStatus status,
        Cell cell,
        @Nullable Long t0EpochMicros) {

    public Workload workload() {
        return cell.workload();
    }

    /** Of the trial; {@link #directionOf} has that of a function. */
    public Direction direction() {
        return workload().direction();
    }

    public NetworkSettings network() {
        return cell.network();
    }

    public int memoryMb() {
        return cell.memoryMb();
    }

    /** Functions at once. */
    public int functions() {
        return cell.functions();
    }

    /** The direction of one function: never {@link Direction#BOTH}. */
    public Direction directionOf(int functionIndex) {
        return cell.directionOf(functionIndex);
    }
}
