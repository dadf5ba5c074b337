package org.faasnetlab.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceTestTest {

    /** All 21 pairs rise: with a correction for continuity 20 / 6.66 deviations, a chance of 0.3 %. */
    @Test
    void aRiseOverTheTrialsIsDrift() {
        assertThat(SequenceTest.of(new double[] {1, 2, 3, 4, 5, 6, 7})).isEqualTo(SequenceTest.DRIFT);
        assertThat(SequenceTest.of(new double[] {7, 6, 5, 4, 3, 2, 1})).isEqualTo(SequenceTest.DRIFT);
    }

    @Test
    void waveIsCorrelated() {
        assertThat(SequenceTest.of(new double[] {5, 6, 7, 6, 4, 2, 1, 2, 4, 6, 7, 6}))
                .isEqualTo(SequenceTest.CORRELATED);
    }

    /** Eight above, eight below in two runs: 2 of 12,870 arrangements. One value far out hides the correlation. */
    @Test
    void twoRunsAreTooFew() {
        double[] values = {1, 2, 1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 900, 11, 12};
        assertThat(SequenceTest.of(values)).isNotEqualTo(SequenceTest.INDEPENDENT);
        double[] middle = {1, 2, 1, 2, 1, 11, 12, 900, 11, 12, 11, 12, 11, 1, 2, 1};
        assertThat(SequenceTest.of(middle)).isEqualTo(SequenceTest.RUNS);
    }

    @Test
    void equalValuesAndFewValuesAreIndependent() {
        assertThat(SequenceTest.of(new double[] {4, 4, 4, 4, 4, 4, 4})).isEqualTo(SequenceTest.INDEPENDENT);
        assertThat(SequenceTest.of(new double[] {1, 2, 3, 4, 5})).isEqualTo(SequenceTest.INDEPENDENT);
    }

    @Test
    void independentValuesAreSeldomDoubted() {
        Random random = new Random(3);
        int doubted = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            double[] values = random.doubles(12).toArray();
            doubted += SequenceTest.of(values) == SequenceTest.INDEPENDENT ? 0 : 1;
        }
        // Three tests at 5 % that overlap.
        assertThat(doubted / 2_000.0).isBetween(0.05, 0.15);
    }
}
