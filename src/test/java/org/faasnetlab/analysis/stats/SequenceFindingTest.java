package org.faasnetlab.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SequenceFindingTest {
    private static final Offset<Double> TINY = Offset.offset(1e-11);

    /** All 21 pairs rise: with a correction for continuity 20 / 6.66 deviations, a chance of 0.3 %. */
    @Test
    void aRiseOverTheTrialsIsDrift() {
        assertThat(SequenceFinding.of(new double[] {1, 2, 3, 4, 5, 6, 7})).isEqualTo(SequenceFinding.DRIFT);
        assertThat(SequenceFinding.of(new double[] {7, 6, 5, 4, 3, 2, 1})).isEqualTo(SequenceFinding.DRIFT);
    }

    @Test
    void waveIsCorrelated() {
        assertThat(SequenceFinding.of(new double[] {5, 6, 7, 6, 4, 2, 1, 2, 4, 6, 7, 6}))
                .isEqualTo(SequenceFinding.CORRELATED);
    }

    /** Eight above, eight below in two runs: 2 of 12,870 arrangements. One value far out hides the correlation. */
    @Test
    void twoRunsAreTooFew() {
        double[] values = {1, 2, 1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 900, 11, 12};
        assertThat(SequenceFinding.of(values)).isNotEqualTo(SequenceFinding.INDEPENDENT);
        double[] middle = {1, 2, 1, 2, 1, 11, 12, 900, 11, 12, 11, 12, 11, 1, 2, 1};
        assertThat(SequenceFinding.of(middle)).isEqualTo(SequenceFinding.RUNS);
    }

    @Test
    void equalValuesAndFewValuesAreIndependent() {
        assertThat(SequenceFinding.of(new double[] {4, 4, 4, 4, 4, 4, 4})).isEqualTo(SequenceFinding.INDEPENDENT);
        assertThat(SequenceFinding.of(new double[] {1, 2, 3, 4, 5})).isEqualTo(SequenceFinding.INDEPENDENT);
    }

    @Test
    void independentValuesAreSeldomDoubted() {
        Random random = new Random(3);
        int doubted = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            double[] values = random.doubles(12).toArray();
            doubted += SequenceFinding.of(values) == SequenceFinding.INDEPENDENT ? 0 : 1;
        }
        // Three tests at 5 % that overlap.
        assertThat(doubted / 2_000.0).isBetween(0.05, 0.15);
    }

    @Test
    void manyValuesAreJudgedAsFewAre() {
        Random random = new Random(5);
        double[] values = random.ints(400, 0, 50).asDoubleStream().toArray();
        double signs = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                signs += Math.signum(values[j] - values[i]);
            }
        }
        double deviation = Math.sqrt(400 * 399.0 * 805 / 18);
        assertThat(SequenceFinding.driftChance(values))
                .isCloseTo(
                        2 * NormalDistribution.of(0, 1).survivalProbability((Math.abs(signs) - 1) / deviation), TINY);

        double[] rising = random.doubles(100_000).sorted().toArray();
        assertThat(SequenceFinding.of(rising)).isEqualTo(SequenceFinding.DRIFT);
        assertThat(SequenceFinding.runsChance(rising)).isLessThan(1e-9);
        assertThat(SequenceFinding.runsChance(random.doubles(100_000).toArray()))
                .isBetween(0.001, 0.999);
        double[] nearBorder = random.doubles(1_000).toArray();
        double[] beyondBorder = Arrays.copyOf(nearBorder, 1_002);
        beyondBorder[1_000] = 0.001;
        beyondBorder[1_001] = 0.999;
        assertThat(SequenceFinding.runsChance(beyondBorder))
                .as("exact and approximate")
                .isCloseTo(SequenceFinding.runsChance(nearBorder), within(0.06));
    }

    /** Sums of signs 24, 12 (with ties), 4 and 18, over the deviations 8.083, 5.323, 8.083 and 8.083, less one. */
    @Test
    void chanceOfDriftIsThatOfMannAndKendall() {
        assertThat(SequenceFinding.driftChance(new double[] {1, 2, 4, 3, 5, 7, 6, 8}))
                .isCloseTo(0.00443400830310, TINY);
        assertThat(SequenceFinding.driftChance(new double[] {8, 6, 7, 5, 3, 4, 2, 1}))
                .isCloseTo(0.00443400830310, TINY);
        assertThat(SequenceFinding.driftChance(new double[] {1, 1, 2, 2, 3, 3})).isCloseTo(0.03877750439231, TINY);
        assertThat(SequenceFinding.driftChance(new double[] {5, 1, 4, 2, 3, 6, 0, 7}))
                .isCloseTo(0.71052302291649, TINY);
        assertThat(SequenceFinding.driftChance(new double[] {10, 12, 11, 13, 19, 18, 20, 17}))
                .isCloseTo(0.03544789255246, TINY);
    }

    /** Autocorrelations 0.4821, 0.6155, 0.5926 and -0.875; mean -1/n, variance (n - 2)^2 / (n^2 (n - 1)). */
    @Test
    void chanceOfCorrelationIsThatOfAnderson() {
        assertThat(SequenceFinding.lagChance(new double[] {1, 2, 4, 3, 5, 7, 6, 8}))
                .isCloseTo(0.01610484283686, TINY);
        assertThat(SequenceFinding.lagChance(new double[] {1, 2, 3, 4, 5, 4, 3, 2, 1, 2}))
                .isCloseTo(0.00364574329214, TINY);
        assertThat(SequenceFinding.lagChance(new double[] {10, 12, 11, 13, 19, 18, 20, 17}))
                .isCloseTo(0.00567994514610, TINY);
        assertThat(SequenceFinding.lagChance(new double[] {1, 5, 1, 5, 1, 5, 1, 5}))
                .isCloseTo(0.99592451420325, TINY);
        assertThat(SequenceFinding.lagChance(new double[] {4, 4, 4, 4, 4, 4})).isEqualTo(1);
    }

    /** Counted over all arrangements of as many values above and below the median. */
    @Test
    void chanceOfRunsIsTheShareOfArrangementsWithAsFew() {
        for (int half = 2; half <= 5; half++) {
            int places = 2 * half;
            int[] arrangements = arrangements(places, half);
            for (int arrangement : arrangements) {
                int runs = runs(arrangement, places);
                long asFew = Arrays.stream(arrangements)
                        .filter(other -> runs(other, places) <= runs)
                        .count();
                double[] values = new double[places];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (arrangement >> i & 1) * 10 + i / 100.0;
                }
                assertThat(SequenceFinding.runsChance(values))
                        .as(Arrays.toString(values))
                        .isCloseTo(asFew / (double) arrangements.length, TINY);
            }
        }
    }

    /** The value at the median is left out: seven values, three on each side. */
    @Test
    void valuesAtTheMedianAreNoRun() {
        assertThat(SequenceFinding.runsChance(new double[] {1, 2, 3, 5, 7, 8, 9}))
                .isCloseTo(2 / 20.0, TINY);
        assertThat(SequenceFinding.runsChance(new double[] {1, 7, 2, 5, 8, 3, 9}))
                .isCloseTo(1, TINY);
        assertThat(SequenceFinding.runsChance(new double[] {5, 5, 5, 5, 5, 5, 9}))
                .isEqualTo(1);
    }

    private static int[] arrangements(int places, int high) {
        return IntStream.range(0, 1 << places)
                .filter(bits -> Integer.bitCount(bits) == high)
                .toArray();
    }

    private static int runs(int bits, int places) {
        return 1 + Integer.bitCount((bits ^ bits >> 1) & (1 << places - 1) - 1);
    }
}
