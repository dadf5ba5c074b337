package org.faasnetlab.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatEstimateTest {

    /**
     * A spread of 5 % and a width of 5 %: 2 t 1.2533 0.05 / sqrt(n) is at most 0.05 from n = 27 on (t = 2.0555: 4.958 %; for 26
     * 2.0595: 5.062 %).
     */
    @Test
    void aSmallPilotIsExtrapolatedFromItsSpread() {
        double[] pilot = {95, 105, 100};
        RepeatEstimate estimate = RepeatEstimate.of(pilot, 0.05);
        assertThat(estimate.pilot()).isEqualTo(3);
        assertThat(estimate.spread()).isEqualTo(0.05);
        assertThat(estimate.repeats()).isEqualTo(27);
        // With 2 degrees of freedom the spread may be 4.4 times as large.
        assertThat(estimate.atMost()).isGreaterThan(400);
    }

    @Test
    void aLargePilotIsDrawnFrom() {
        Random random = new Random(4);
        double[] pilot = random.doubles(200).map(u -> 100 + 10 * u).toArray();
        Integer repeats = RepeatEstimate.of(pilot, 0.05).repeats();
        double[] again = new Random(5).doubles(repeats).map(u -> 100 + 10 * u).toArray();
        SampleStatistics.Range interval = SampleStatistics.of(again).medianInterval();
        assertThat((interval.high() - interval.low()) / 105).isBetween(0.03, 0.07);
    }

    @Test
    void equalTrialsTakeSixAndASingleOneIsUnknown() {
        assertThat(RepeatEstimate.of(new double[] {7, 7, 7}, 0.05).repeats()).isEqualTo(6);
        assertThat(RepeatEstimate.of(new double[] {7}, 0.05).repeats()).isNull();
        assertThat(RepeatEstimate.of(new double[] {1, 100}, 0.001).repeats()).isNull();
    }

    @Test
    void driftOfThePilotIsReported() {
        assertThat(RepeatEstimate.of(new double[] {1, 2, 3, 4, 5, 6, 7}, 0.05).sequence())
                .isEqualTo(SequenceFinding.DRIFT);
    }
}
