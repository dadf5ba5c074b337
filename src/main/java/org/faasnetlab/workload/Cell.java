package org.faasnetlab.workload;

import org.faasnetlab.measure.Direction;

/**
 * One cell of an experiment: all that a testbed must know to prepare a trial.
 *
 * @param memoryMb memory size of the function in MB
 * @param functions functions at once, at least 1
 */
public record Cell(int memoryMb, int functions, Workload workload, NetworkSettings network) {
    public Cell {
        if (functions < 1) {
            throw new IllegalArgumentException("functions must be at least 1, not " + functions);
        }
        if (workload.direction() == Direction.BOTH && functions % 2 != 0) {
            throw new IllegalArgumentException("direction both requires an even number of functions, not " + functions);
        }
    }

    /** The direction of one function: never {@link Direction#BOTH}. */
    public Direction directionOf(int functionIndex) {
        return workload.direction().ofFunction(functionIndex, functions);
    }
}
