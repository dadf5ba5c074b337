package org.faasnetlab.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleStatisticsTest {

    @Test
    void itGivesMedianQuantilesMeanAndVariation() {
        SampleStatistics two = SampleStatistics.of(new double[] {30, 10, 20});
        assertThat(two.n()).isEqualTo(3);
        assertThat(two.median()).isEqualTo(20);
        assertThat(two.mean()).isEqualTo(20);
        assertThat(two.variation()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void percentilesTakeTwentyValuesAndTheirIntervals72() {
        assertThat(SampleStatistics.of(upTo(19)).p5()).isNull();
        assertThat(SampleStatistics.of(upTo(19)).p95()).isNull();
        SampleStatistics twenty = SampleStatistics.of(upTo(21));
        assertThat(twenty.p5()).isEqualTo(2);
        assertThat(twenty.p95()).isEqualTo(20);
        assertThat(SampleStatistics.of(upTo(71)).p5Interval()).isNull();
        assertThat(SampleStatistics.of(upTo(71)).p95Interval()).isNull();
        SampleStatistics enough = SampleStatistics.of(upTo(72));
        // P(B = 0) = 0.95^72 = 2.49 % and P(B <= 1) = 11.92 % for B binomial with 72 and 5 %.
        assertThat(Objects.requireNonNull(enough.p5Interval()).low()).isCloseTo(1.001, within(0.001));
        assertThat(Objects.requireNonNull(enough.p95Interval()).high()).isCloseTo(71.999, within(0.001));
    }

    private static double[] upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToDouble(i -> i).toArray();
    }

    @Test
    void aQuantileLeavesTheValuesAsTheyAre() {
        double[] values = {9, 1, 8, 2, 7, 3, 6, 4, 5};
        assertThat(Quantiles.of(values, 0.5)).isEqualTo(5);
        assertThat(values).containsExactly(9, 1, 8, 2, 7, 3, 6, 4, 5);
    }

    @Test
    void oneValueHasNoVariation() {
        assertThat(SampleStatistics.of(new double[] {5}).variation()).isNull();
    }

    @Test
    void emptyTrialHasNoStatistics() {
        assertThatThrownBy(() -> SampleStatistics.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    /** One more than the critical values of the two-sided sign test at 5 %, as the usual tables print them. */
    @ParameterizedTest
    @CsvSource({
        "5,0", "6,1", "7,1", "8,1", "9,2", "10,2", "11,2", "12,3", "15,4", "16,4", "18,5", "20,6", "25,8", "30,10",
        "35,12", "40,14", "50,18", "100,40"
    })
    void theRanksOfTheMediansIntervalAreThoseOfTheSignTest(int n, int rank) {
        assertThat(Ranks.ofMedian(n)).isEqualTo(rank);
    }

    /**
     * For 10 values, ranks 2 and 3 have 97.85 and 89.06 %: of the way between them, Hettmansperger and Sheather go 8 i / (2
     * + 6 i) with i = (97.85 - 95) / (97.85 - 89.06).
     */
    @Test
    void theIntervalOfTheMedianIsInterpolatedBetweenRanks() {
        double[] values = IntStream.rangeClosed(1, 10).mapToDouble(i -> i * 10).toArray();
        assertThat(SampleStatistics.of(values).medianInterval()).satisfies(interval -> {
            assertThat(interval.low()).isCloseTo(26.58, within(0.01));
            assertThat(interval.high()).isCloseTo(83.42, within(0.01));
        });
    }

    @Test
    void theIntervalOfTheMedianOfFewValuesIsStudents() {
        // Mean 3, standard deviation 1.5811, quantile 2.7764 for 4 degrees of freedom.
        SampleStatistics.Range five = Objects.requireNonNull(
                SampleStatistics.of(new double[] {1, 2, 3, 4, 5}).medianInterval());
        assertThat(five.low()).isCloseTo(1.0368, within(1e-4));
        assertThat(five.high()).isCloseTo(4.9632, within(1e-4));
        assertThat(SampleStatistics.of(new double[] {4}).medianInterval()).isNull();
    }

    @Test
    void theIntervalHoldsTheTrueMedianIn95OfAHundredSkewedSamples() {
        Random random = new Random(5);
        int held = 0;
        for (int sample = 0; sample < 4000; sample++) {
            double[] values = random.doubles(25).map(u -> -Math.log(1 - u)).toArray();
            SampleStatistics.Range interval =
                    Objects.requireNonNull(SampleStatistics.of(values).medianInterval());
            held += interval.low() <= Math.log(2) && Math.log(2) <= interval.high() ? 1 : 0;
        }
        // Within three standard errors.
        assertThat(held / 4000.0).isCloseTo(0.95, within(0.01));
    }

    @Test
    void theDistributionOfASampleStepsAtItsValues() {
        EmpiricalCdf ecdf = EmpiricalCdf.of(new double[] {3, 1, 3, 2});
        assertThat(ecdf.steps())
                .containsExactly(
                        new EmpiricalCdf.Step(1, 0.25), new EmpiricalCdf.Step(2, 0.5), new EmpiricalCdf.Step(3, 1));
        assertThat(ecdf.at(0.9)).isZero();
        assertThat(ecdf.at(2)).isEqualTo(0.5);
        assertThat(ecdf.at(2.9)).isEqualTo(0.5);
        assertThat(ecdf.at(9)).isEqualTo(1);
    }
}
