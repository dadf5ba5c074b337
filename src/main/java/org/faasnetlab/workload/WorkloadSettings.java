package org.faasnetlab.workload;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;

/**
 * The workload-specific settings of a plan: an immutable value, read and changed by name with {@link
 * WorkloadType#settings}.
 */
public interface WorkloadSettings {

    WorkloadType type();

    /** The workloads for one direction and number of functions, one for each combination of the factors. */
    List<Workload> workloads(Direction direction, int functions, int intervalMs);

    /** The number of {@link #workloads}, counted without creating them. */
    long combinations();

    /**
     * A problem in the combination of settings that are valid individually; empty if there is none.
     *
     * @param maxSeconds the longest transfer within the timeout of a function
     */
    default Optional<Problem> problem(int maxSeconds) {
        return Optional.empty();
    }

    /**
     * What users should know about a plan before they run it, in sentences: what it sends, if that does not adapt to others, and
     * what it cannot measure; empty if there is nothing to say.
     *
     * @param functions the largest number of concurrent functions
     * @param directions those of the plan
     */
    default Optional<Phrase> notice(int functions, Collection<Direction> directions) {
        return Optional.empty();
    }

    /** The highest rate of payload to or from one function that does not adapt to the network; empty if it adapts. */
    default Optional<Bandwidth> fixedRate() {
        return Optional.empty();
    }

    /**
     * Why settings cannot be used together.
     *
     * @param key the setting to change
     * @param sentence what is wrong
     * @param advice what to do
     */
    record Problem(String key, Phrase sentence, Phrase advice) {}
}
