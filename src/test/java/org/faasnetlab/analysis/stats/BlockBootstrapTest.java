package org.faasnetlab.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {
    private static final int N = 2_000;

    @Test
    void sumsOfIndependentValuesHaveTheirVariance() {
        Random random = new Random(1);
        double[] values = random.doubles(N).map(value -> value * 10).toArray();
        // 100 uniform values from 0 to 10: the variance of their sum is 100 times 100 / 12.
        assertThat(deviation(new BlockBootstrap(values, 5, 7), 100))
                .isCloseTo(Math.sqrt(100 * 100 / 12.0), within(3.0));
    }

    @Test
    void blocksKeepTheCorrelationOfNeighbours() {
        Random random = new Random(1);
        double[] values = new double[N];
        for (int i = 1; i < N; i++) {
            values[i] = 0.8 * values[i - 1] + random.nextGaussian();
        }
        // Long sums of this process vary as if each value had the deviation 1 / (1 - 0.8); single values have 1.67.
        assertThat(deviation(new BlockBootstrap(values, 50, 7), 200) / Math.sqrt(200))
                .isCloseTo(5, within(1.0));
        assertThat(deviation(new BlockBootstrap(values, 1, 7), 200) / Math.sqrt(200))
                .isCloseTo(1.67, within(0.2));
    }

    /** With blocks of the whole series, it is that of the series from one of its places on. */
    @Test
    void theSlopeIsThatOfTheLeastSquaresLine() {
        BlockBootstrap bootstrap = new BlockBootstrap(new double[] {0, -3, 3}, 3, 7);

        // The sums of 0, -3, 3 are 0, 0, -3, 0, of -3, 3, 0 they are 0, -3, 0, 0, and of 3, 0, -3 they are 0, 3, 3, 0.
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> Math.round(1e6 * bootstrap.slope()) / 1e6)
                        .distinct())
                .containsExactlyInAnyOrder(-0.3, 0.3, 0.0);
    }

    /** The slope of 100 independent steps varies by 1.2 times the variance of their mean. */
    @Test
    void theSlopeVariesMoreThanTheMean() {
        double[] values = new Random(1).doubles(100).toArray();
        BlockBootstrap bootstrap = new BlockBootstrap(values, 1, 7);
        double slopes = 0;
        double means = 0;
        for (int i = 0; i < 20_000; i++) {
            slopes += Math.pow(bootstrap.slope(), 2);
            means += Math.pow(bootstrap.sum(100) / 100, 2);
        }
        assertThat(slopes / means).isCloseTo(1.2, within(0.05));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        double[] values = new Random(3).doubles(50).toArray();
        assertThat(new BlockBootstrap(values, 10, 5).sum(120)).isEqualTo(new BlockBootstrap(values, 10, 5).sum(120));
        assertThat(new BlockBootstrap(values, 10, 5).blocks()).isEqualTo(5);
        assertThat(new BlockBootstrap(new double[] {4}, 1, 5).sum(3)).isZero();
    }

    private static double deviation(BlockBootstrap bootstrap, int values) {
        double squares = 0;
        int draws = 2_000;
        for (int i = 0; i < draws; i++) {
            double sum = bootstrap.sum(values);
            squares += sum * sum;
        }
        return Math.sqrt(squares / draws);
    }
}
