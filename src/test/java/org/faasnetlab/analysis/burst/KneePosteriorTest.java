package org.faasnetlab.analysis.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KneePosteriorTest {
    private static final double STEP = 0.1;

    @Test
    void aClearKneeIsInItsInterval() {
        KneePosterior posterior = posterior(500, 5, 500, 500, 500, 500, 500, 300, 100, 100, 100, 100);

        assertThat(posterior.likeliest()).isEqualTo(6);
        assertThat(draws(posterior)).containsOnly(6);
    }

    /** The fourth interval may be a slow one of the burst, and the sixth a fast one after it. */
    @Test
    void anUnclearKneeIsDrawnFromSeveralIntervals() {
        KneePosterior posterior = posterior(150, 40, 150, 150, 150, 110, 150, 130, 100, 100, 100, 100);

        assertThat(draws(posterior)).contains(4, 5, 6, 7);
    }

    private static int[] draws(KneePosterior posterior) {
        Random random = new Random(1);
        return IntStream.range(0, 1_000).map(i -> posterior.draw(random)).toArray();
    }

    /**
     * @param burst its rate
     * @param deviation of both rates
     * @param rates of intervals, 100 after the burst; the knee may be in the third to the eighth
     */
    private static KneePosterior posterior(double burst, double deviation, double... rates) {
        double[] seconds = new double[rates.length + 1];
        double[] bytes = new double[rates.length + 1];
        for (int i = 0; i < rates.length; i++) {
            seconds[i + 1] = (i + 1) * STEP;
            bytes[i + 1] = bytes[i] + rates[i] * STEP;
        }
        return new KneePosterior(
                new CumulativeBytes(seconds, bytes),
                3,
                8,
                new KneePosterior.Rate(burst, deviation, 0, 5),
                new KneePosterior.Rate(100, deviation, 6, rates.length));
    }
}
