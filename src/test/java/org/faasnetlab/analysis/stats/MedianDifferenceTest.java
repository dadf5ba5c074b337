package org.faasnetlab.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianDifferenceTest {

    /**
     * Permeability constants of the human chorioamnion at term and at 12 to 26 weeks: Hollander and Wolfe, "Nonparametric
     * Statistical Methods", table 4.1. The book's estimate of the shift is 0.305.
     */
    @Test
    void itAgreesWithTheWorkedExampleOfHollanderAndWolfe() {
        double[] term = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
        double[] weeks = {1.15, 0.88, 0.90, 0.74, 1.21};
        MedianDifference difference = MedianDifference.of(term, weeks);
        assertThat(difference.shift()).isCloseTo(0.305, within(1e-9));
        assertThat(difference.ofMedians()).isCloseTo(1.415 - 0.90, within(1e-9));
    }

    /** There are 6 - |k| differences of 10 + k; the sixth from either end is one of 7 and 13. */
    @Test
    void theIntervalOfSixAndSixValuesLiesBetweenTheSixthDifferences() {
        double[] second = {1, 2, 3, 4, 5, 6};
        double[] first = {11, 12, 13, 14, 15, 16};
        assertThat(MedianDifference.of(first, second).interval()).isEqualTo(new SampleStatistics.Range(7, 13));
    }

    /** Variance (2 + 0.5) / 3, standard error 0.8333, quantile 3.18245 for 3 degrees of freedom. */
    @Test
    void theIntervalOfFewValuesIsStudents() {
        SampleStatistics.Range interval = Objects.requireNonNull(
                MedianDifference.of(new double[] {5, 6, 7}, new double[] {1, 2}).interval());
        assertThat(interval.low()).isCloseTo(1.8480, within(1e-4));
        assertThat(interval.high()).isCloseTo(7.1520, within(1e-4));
    }

    @Test
    void theRatioOfTwiceTheValuesIsTwo() {
        SampleStatistics.Range ratio = Objects.requireNonNull(
                MedianDifference.of(new double[] {20, 22, 24, 26, 28, 30}, new double[] {10, 11, 12, 13, 14, 15})
                        .ratioInterval());
        assertThat(Math.sqrt(ratio.low() * ratio.high())).isCloseTo(2, within(1e-9));
        assertThat(MedianDifference.of(new double[] {1, 2}, new double[] {0, 1}).ratioInterval())
                .isNull();
    }

    /** The differences of the pairs are 9, 10 and 11: Student's quantile for 2 degrees of freedom is 4.3027. */
    @Test
    void whatPairsShareDoesNotEnterTheirDifference() {
        MedianDifference pairs = MedianDifference.ofPairs(new double[] {109, 510, 911}, new double[] {100, 500, 900});
        assertThat(pairs.shift()).isEqualTo(10);
        assertThat(Objects.requireNonNull(pairs.interval()).low()).isCloseTo(10 - 2.4841, within(1e-4));
        assertThat(Objects.requireNonNull(
                                MedianDifference.of(new double[] {109, 510, 911}, new double[] {100, 500, 900})
                                        .interval())
                        .low())
                .isNegative();
    }

    /** One more than the critical values of U, two-sided at 5 %, as the usual tables print them. */
    @ParameterizedTest
    @CsvSource({
        "3,4,0",
        "2,7,0",
        "2,8,1",
        "3,5,1",
        "4,4,1",
        "5,5,3",
        "6,6,6",
        "5,10,9",
        "8,8,14",
        "10,10,24",
        "15,15,65",
        "20,20,128",
        "10,20,56"
    })
    void theRanksOfTheShiftsIntervalAreThoseOfMannAndWhitney(int n, int m, long rank) {
        assertThat(Ranks.ofShift(n, m)).isEqualTo(rank);
        assertThat(Ranks.ofShift(m, n)).isEqualTo(rank);
    }

    @Test
    void normalApproximationContinuesExactDistribution() {
        // 50 and 50: exact. 50 and 51: normal. Both near n m / 2 - 1.96 sqrt(n m (n + m + 1) / 12).
        assertThat(Ranks.ofShift(50, 50)).isBetween(965L, 969L);
        assertThat(Ranks.ofShift(50, 51)).isBetween(985L, 990L);
    }

    @Test
    void theIntervalHoldsTheTrueShiftInAbout95OfAHundredSamples() {
        Random random = new Random(11);
        int held = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] first = random.doubles(12).map(u -> 7 - Math.log(1 - u)).toArray();
            double[] second = random.doubles(9).map(u -> 5 - Math.log(1 - u)).toArray();
            SampleStatistics.Range interval =
                    Objects.requireNonNull(MedianDifference.of(first, second).interval());
            held += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
        }
        assertThat(held / 2000.0).isBetween(0.945, 0.975);
    }

    @Test
    void aSingleValueHasAShiftButNoInterval() {
        MedianDifference difference = MedianDifference.of(new double[] {5, 6, 7}, new double[] {2});
        assertThat(difference.shift()).isEqualTo(4);
        assertThat(difference.interval()).isNull();
    }

    @Test
    void emptySampleIsRejected() {
        assertThatThrownBy(() -> MedianDifference.of(new double[0], new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
