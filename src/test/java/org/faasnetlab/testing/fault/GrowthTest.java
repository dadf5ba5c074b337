package org.faasnetlab.testing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void constantWithSinglePeaksDoesNotGrow() {
        assertThat(Growth.ofSecondHalf(samples(i -> i % 20 == 19 ? 900 : 300))).isZero();
    }

    @Test
    void growthOfTheFirstHalfDoesNotCount() {
        assertThat(Growth.ofSecondHalf(samples(i -> Math.min(i, 400)))).isZero();
    }

    /** From 1000 in the middle to 1094 after another 47 % of 1,000 samples. */
    @Test
    void lineIsMeasuredFromTheMiddle() {
        assertThat(Growth.ofSecondHalf(samples(i -> 1000 + (i - 500) / 5))).isCloseTo(0.094, within(0.002));
        assertThat(Growth.ofSecondHalf(samples(i -> 1000 - (i - 500) / 5))).isCloseTo(-0.094, within(0.002));
    }

    @Test
    void endOfTheProgramDoesNotCount() {
        assertThat(Growth.ofSecondHalf(samples(i -> i < 975 ? 300 : 0))).isZero();
    }

    @Test
    void fewSamplesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Growth.ofSecondHalf(List.of(1L, 2L)));
    }

    private static List<Long> samples(LongUnaryOperator value) {
        return LongStream.range(0, 1000).map(value).boxed().toList();
    }
}
