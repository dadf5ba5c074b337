package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How many trials of a cell a precision takes, from a pilot.
 *
 * <p>Where the pilot has enough trials, subsets of it are drawn, and the smallest size is taken whose intervals are within
 * the target on average (CONFIRM; A. Maricq and others, "Taming Performance Variability", OSDI 2018). Else the interval of
 * more trials follows from their spread.
 *
 * @param pilot number of trials of the pilot
 * @param spread coefficient of variation of its trials; null for one trial
 * @param repeats estimated number; null if it is unknown or above {@value #MAX_REPEATS}
 * @param atMost the number if the spread is as large as the pilot allows at 95 %; null likewise
 * @param sequence whether the trials of the pilot may be regarded as independent; more of them help less if not
 */
public record RepeatEstimate(
        int pilot,
        @Nullable Double spread,
        @Nullable Integer repeats,
        @Nullable Integer atMost,
        SequenceFinding sequence) {
    /** Where no other width of the interval of the median is wanted, in percent of the median. */
    public static final int USUAL_WIDTH_PERCENT = 5;

    /** Above this number a plan is refused. */
    public static final int MAX_REPEATS = 1_000;

    private static final int FEWEST = ConfidenceIntervals.MIN_FOR_RANKS;
    /** The interval of the median of normal values is wider than that of their mean by the root of pi / 2. */
    private static final double MEDIAN_WIDTH = Math.sqrt(Math.PI / 2);

    private static final int DRAWS = 200;
    private static final long SEED = 2018;

    /**
     * Estimates how many trials make the interval of the median as narrow as wanted.
     *
     * @param trials the medians of the pilot's trials, in the order in which they were measured; at least one
     * @param width of the 95 % interval as a share of the median, above 0
     */
    public static RepeatEstimate of(double[] trials, double width) {
        SampleStatistics sample = SampleStatistics.of(trials);
        Double spread = sample.variation();
        if (spread == null || sample.median() <= 0) {
            return new RepeatEstimate(trials.length, spread, null, null, SequenceFinding.of(trials));
        }
        double relative = spread * sample.mean() / sample.median();
        double freedom = trials.length - 1.0;
        double largest = relative
                * Math.sqrt(freedom / ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(0.05));
        Integer drawn = drawn(trials, width * sample.median());
        return new RepeatEstimate(
                trials.length,
                spread,
                drawn == null ? bySpread(relative, width) : drawn,
                bySpread(largest, width),
                SequenceFinding.of(trials));
    }

    /** The smallest subset of the pilot that is within the target, or null if even all of it is not. */
    private static @Nullable Integer drawn(double[] trials, double width) {
        Random random = new Random(SEED);
        for (int size = FEWEST; size < trials.length; size++) {
            double sum = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] subset = subset(trials, size, random);
                SampleStatistics.Range interval = SampleStatistics.of(subset).medianInterval();
                sum += interval == null ? Double.POSITIVE_INFINITY : interval.high() - interval.low();
            }
            if (sum / DRAWS <= width) {
                return size;
            }
        }
        return null;
    }

    private static double[] subset(double[] trials, int size, Random random) {
        double[] shuffled = trials.clone();
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(shuffled.length - i);
            double swapped = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = swapped;
        }
        return Arrays.copyOf(shuffled, size);
    }

    private static @Nullable Integer bySpread(double spread, double width) {
        for (int trials = FEWEST; trials <= MAX_REPEATS; trials++) {
            double student = TDistribution.of(trials - 1.0).inverseSurvivalProbability(0.025);
            if (2 * student * MEDIAN_WIDTH * spread / Math.sqrt(trials) <= width) {
                return trials;
            }
        }
        return null;
    }
}
