package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.faasnetlab.format.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Whether consecutive measurements of a cell may be regarded as independent values of one distribution, which every
 * confidence interval presumes. Each test is at 5 %; it takes 6 values to say anything.
 */
public enum SequenceFinding {
    /** Nothing speaks against independence. */
    INDEPENDENT("independent"),
    /**
     * They rise or fall over time: the test of Mann and Kendall (M. G. Kendall, "Rank Correlation Methods", 1975), with the
     * normal approximation.
     */
    DRIFT("drift over the trials"),
    /** Neighbours resemble each other: the lag 1 autocorrelation is above 0 (R. L. Anderson, 1942). */
    CORRELATED("correlation between successive trials"),
    /**
     * Too few runs above and below the median (A. Wald, J. Wolfowitz, "On a Test Whether Two Samples are from the Same
     * Population", Annals of Mathematical Statistics 11, 1940).
     */
    RUNS("too few runs above and below the median");

    private static final int MIN_VALUES = ConfidenceIntervals.MIN_FOR_RANKS;
    private static final double LEVEL = 0.05;
    /** Numbers of arrangements of more values exceed the range of double. */
    private static final int MAX_EXACT = 1_000;

    private final String label;

    SequenceFinding(String label) {
        this.label = label;
    }

    /** What was found, in a few words. */
    public String label() {
        return label;
    }

    /** Why an interval over the trials says less than it seems to; null if nothing speaks against it. */
    public @Nullable Phrase caveat() {
        return switch (this) {
            case INDEPENDENT -> null;
            case DRIFT -> Phrase.of("The trials drift over time, and their interval presumes that they do not.");
            case CORRELATED ->
                Phrase.of("Successive trials resemble each other, so that their interval may be too narrow.");
            case RUNS ->
                Phrase.of(
                        "Trials above and below the median follow each other, so that their interval may be too narrow.");
        };
    }

    /**
     * Tests whether values drift or are correlated in the order in which they were measured.
     *
     * @param values in the order in which they were measured
     */
    public static SequenceFinding of(double[] values) {
        if (values.length < MIN_VALUES) {
            return INDEPENDENT;
        }
        if (driftChance(values) < LEVEL) {
            return DRIFT;
        }
        if (lagChance(values) < LEVEL) {
            return CORRELATED;
        }
        return runsChance(values) < LEVEL ? RUNS : INDEPENDENT;
    }

    /** Two-sided, with a correction for continuity. Ties count as half of each. */
    static double driftChance(double[] values) {
        int n = values.length;
        double sum = rises(values.clone(), new double[n], 0, n);
        double deviation = Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        return 2 * above(Math.max(0, Math.abs(sum) - 1) / deviation);
    }

    /** Pairs that rise less pairs that fall, of a part of the values, which is sorted thereby. */
    private static double rises(double[] values, double[] sorted, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double sum = rises(values, sorted, from, middle) + rises(values, sorted, middle, to);
        int below = from;
        int upTo = from;
        for (int i = middle; i < to; i++) {
            while (below < middle && values[below] < values[i]) {
                below++;
            }
            while (upTo < middle && values[upTo] <= values[i]) {
                upTo++;
            }
            sum += (below - from) - (middle - upTo);
        }
        System.arraycopy(values, from, sorted, from, to - from);
        Arrays.sort(sorted, from, to);
        System.arraycopy(sorted, from, values, from, to - from);
        return sum;
    }

    /** One-sided: only resemblance makes intervals too narrow. Its mean is -1/n. */
    static double lagChance(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        return squares == 0 ? 1 : above((products / squares + 1.0 / n) * n * Math.sqrt(n - 1.0) / (n - 2));
    }

    /** One-sided, exact up to 1,000 values and with the normal approximation above. Values at the median are left out. */
    static double runsChance(double[] values) {
        double median = Quantiles.of(values, 0.5);
        double[] sides = Arrays.stream(values)
                .map(value -> Math.signum(value - median))
                .filter(side -> side != 0)
                .toArray();
        int high = (int) Arrays.stream(sides).filter(side -> side > 0).count();
        int low = sides.length - high;
        if (high == 0 || low == 0) {
            return 1;
        }
        int runs = 1;
        for (int i = 1; i < sides.length; i++) {
            runs += sides[i] == sides[i - 1] ? 0 : 1;
        }
        if (sides.length > MAX_EXACT) {
            double n = sides.length;
            double mean = 2.0 * high * low / n + 1;
            double deviation = Math.sqrt((mean - 1) * (mean - 2) / (n - 1));
            return above((mean - runs - 0.5) / deviation);
        }
        double chance = 0;
        for (int fewer = 2; fewer <= runs; fewer++) {
            chance += waysToSplit(high, fewer / 2) * waysToSplit(low, (fewer + 1) / 2);
            chance += fewer % 2 == 0
                    ? waysToSplit(high, fewer / 2) * waysToSplit(low, fewer / 2)
                    : waysToSplit(high, (fewer + 1) / 2) * waysToSplit(low, fewer / 2);
        }
        return chance / binomial(high + low, high);
    }

    private static double waysToSplit(int values, int runs) {
        return runs > values ? 0 : binomial(values - 1, runs - 1);
    }

    private static double binomial(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    private static double above(double deviations) {
        return NormalDistribution.of(0, 1).survivalProbability(deviations);
    }
}
