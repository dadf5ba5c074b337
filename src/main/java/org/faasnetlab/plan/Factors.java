package org.faasnetlab.plan;

import java.util.List;
import org.faasnetlab.measure.Direction;

/**
 * The factors common to all experiments: every combination of their values, with those of the workload, is a cell. No
 * list is empty or contains duplicates.
 *
 * @param memoryMb memory sizes in MB, 128 to 10,240
 * @param functions numbers of concurrent functions, 1 to 10,000
 */
public record Factors(List<Integer> memoryMb, List<Integer> functions, List<Direction> directions) {
    public Factors {
        memoryMb = List.copyOf(memoryMb);
        functions = List.copyOf(functions);
        directions = List.copyOf(directions);
    }

    public Factors withMemoryMb(List<Integer> values) {
        return new Factors(values, functions, directions);
    }

    public Factors withFunctions(List<Integer> values) {
        return new Factors(memoryMb, values, directions);
    }

    public Factors withDirections(List<Direction> values) {
        return new Factors(memoryMb, functions, values);
    }
}
