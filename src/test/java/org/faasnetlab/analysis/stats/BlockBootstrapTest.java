package org.faasnetlab.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
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
