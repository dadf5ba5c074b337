package org.faasnetlab.store;

import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * A stored trial: one measurement of one cell of the experiment.
 *
 * @param index number in the run, from 0
 * @param repetition index of the repetition of the cell, from 0
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

    /** Direction of the trial; see {@link #directionOf} for the direction of a function. */
    public Direction direction() {
        return workload().direction();
    }

    public NetworkSettings network() {
        return cell.network();
    }

    public int memoryMb() {
        return cell.memoryMb();
    }

    /** Number of concurrent functions. */
    public int functions() {
        return cell.functions();
    }

    /** The same trial with only the functions of one direction. */
    public TrialRow forDirection(Direction direction) {
        return new TrialRow(runId, index, repetition, status, cell.forDirection(direction), t0EpochMicros);
    }

    /** The direction of one function: never {@link Direction#BOTH}. */
    public Direction directionOf(int functionIndex) {
        return cell.directionOf(functionIndex);
    }
}
