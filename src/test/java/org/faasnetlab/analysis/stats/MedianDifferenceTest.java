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
        SampleStatistics.Range interval = Objects.requireNonNull(difference.interval());
        assertThat(interval.low()).isCloseTo(-0.15, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.76, within(1e-9));
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
    void tooFewValuesHaveAShiftButNoInterval() {
        MedianDifference difference = MedianDifference.of(new double[] {5, 6, 7}, new double[] {1, 2});
        assertThat(difference.shift()).isEqualTo(4.5);
        assertThat(difference.interval()).isNull();
    }

    @Test
    void emptySampleIsRejected() {
        assertThatThrownBy(() -> MedianDifference.of(new double[0], new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
