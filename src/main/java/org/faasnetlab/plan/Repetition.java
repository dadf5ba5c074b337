package org.faasnetlab.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often cells are measured, in which order and with which pauses.
 *
 * @param repeats maximum number of measurements of each cell, 1 to 1,000
 * @param pause time between two trials, in which a burst bucket refills
 * @param seed of the shuffled order, 0 to 999,999,999: the same plan with the same seed runs in the same order
 * @param ciWidthPercent a cell is no longer measured once the 95 % confidence interval of its median over the trials is
 *     no wider than this, in percent of the median, and nothing speaks against the independence of its trials; null to
 *     measure all repeats
 */
public record Repetition(
        int repeats,
        Duration pause,
        TrialOrder order,
        int seed,
        @Nullable Double ciWidthPercent) {

    /** One measurement of each cell, in a shuffled order. */
    public static final Repetition ONCE = new Repetition(1, Duration.ZERO, TrialOrder.SHUFFLED, 1, null);

    public Repetition withRepeats(int value) {
        return new Repetition(value, pause, order, seed, ciWidthPercent);
    }

    public Repetition withPause(Duration value) {
        return new Repetition(repeats, value, order, seed, ciWidthPercent);
    }

    public Repetition withOrder(TrialOrder value) {
        return new Repetition(repeats, pause, value, seed, ciWidthPercent);
    }

    public Repetition withSeed(int value) {
        return new Repetition(repeats, pause, order, value, ciWidthPercent);
    }

    public Repetition withCiWidthPercent(@Nullable Double value) {
        return new Repetition(repeats, pause, order, seed, value);
    }
}
