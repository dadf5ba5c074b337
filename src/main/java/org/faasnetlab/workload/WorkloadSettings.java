package org.faasnetlab.workload;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.measure.Direction;

/**
 * The settings of a plan that are its workload's own: an immutable value, which {@link WorkloadType#settings} reads and
 * changes by the names that users type.
 */
public interface WorkloadSettings {

    WorkloadType type();

    /** What is measured in one direction with so many functions, each combination of the factors once. */
    List<Workload> workloads(Direction direction, int functions, int intervalMs);

    /** The number of {@link #workloads}, counted without making them. */
    long combinations();

    /**
     * What cannot be, although each setting can.
     *
     * @param maxSeconds the longest transfer that fits into the life of a function
     */
    default Optional<Problem> problem(int maxSeconds) {
        return Optional.empty();
    }

    /**
     * @param key of the setting to change
     * @param sentence what is wrong
     * @param nextStep what to do
     */
    record Problem(String key, String sentence, String nextStep) {}
}
