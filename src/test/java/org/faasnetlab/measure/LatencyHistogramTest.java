package org.faasnetlab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    @Test
    void smallValuesAreExact() {
        LatencyHistogram times = LatencyHistogram.of(0, 1, 100, 255);

        assertThat(times.count()).isEqualTo(4);
        assertThat(times.quantile(0)).isEqualTo(0);
        assertThat(times.quantile(0.75)).isEqualTo(100);
        assertThat(times.quantile(1)).isEqualTo(255);
        assertThat(times.mean()).isEqualTo(89);
    }

    @Test
    void everyValueIsFoundAgainWithinFourPerMille() {
        new Random(7)
                .longs(10_000, 1, LatencyHistogram.MAX_NANOS)
                .forEach(nanos -> assertThat(LatencyHistogram.of(nanos).quantile(0.5) / nanos)
                        .isCloseTo(1, within(0.004)));
        for (long nanos = 1; nanos < LatencyHistogram.MAX_NANOS / 2; nanos *= 2) {
            assertThat(LatencyHistogram.of(nanos).quantile(0.5) / nanos).isCloseTo(1, within(0.004));
            assertThat(LatencyHistogram.of(2 * nanos - 1).quantile(0.5) / (2 * nanos - 1))
                    .isCloseTo(1, within(0.004));
        }
    }

    @Test
    void quantilesAreThoseOfTheSortedValuesByNearestRank() {
        long[] values = new Random(3).longs(1001, 50_000, 200_000_000).toArray();
        LatencyHistogram times = LatencyHistogram.of(values);
        Arrays.sort(values);

        assertThat(times.quantile(0.5) / values[500]).isCloseTo(1, within(0.004));
        assertThat(times.quantile(0.95) / values[950]).isCloseTo(1, within(0.004));
        assertThat(times.quantile(0.99) / values[990]).isCloseTo(1, within(0.004));
        assertThat(times.quantile(1) / values[1000]).isCloseTo(1, within(0.004));
    }

    @Test
    void trimmedMeanLeavesOutTheLargest() {
        assertThat(LatencyHistogram.of(10, 20, 30, 240).meanUpTo(0.75)).isEqualTo(20);
        assertThat(LatencyHistogram.of(200).meanUpTo(0.5)).isEqualTo(200);
    }

    @Test
    void histogramsAddUpToThatOfAllValues() {
        LatencyHistogram first = LatencyHistogram.of(5, 70_000, 1_000_000_000);
        LatencyHistogram second = LatencyHistogram.of(70_001, 3);

        assertThat(first.plus(second)).isEqualTo(LatencyHistogram.of(3, 5, 70_000, 70_001, 1_000_000_000));
        assertThat(first.plus(LatencyHistogram.EMPTY)).isEqualTo(first);
    }

    @Test
    void impossibleValuesCountAsTheNearestPossible() {
        assertThat(LatencyHistogram.of(-5)).isEqualTo(LatencyHistogram.of(0));
        assertThat(LatencyHistogram.of(Long.MAX_VALUE)).isEqualTo(LatencyHistogram.of(LatencyHistogram.MAX_NANOS));
    }

    @Test
    void textIsReadBack() {
        assertThat(LatencyHistogram.of(1, 1, 37).toText()).isEqualTo("1:2 10:1");
        LatencyHistogram many = LatencyHistogram.of(
                LongStream.range(0, 5000).map(value -> value * value * 40_000).toArray());

        assertThat(LatencyHistogram.parse(many.toText())).isEqualTo(many);
        assertThat(LatencyHistogram.parse("")).isEqualTo(LatencyHistogram.EMPTY);
        assertThat(LatencyHistogram.EMPTY.toText()).isEmpty();
    }

    @Test
    void invalidTextIsRefused() {
        for (String text :
                new String[] {"1", ":1", "1:", "1:0", "1:-1", "-1:1", "1:1 0:1", "zzzz:1", "1:1  1:1", "é:1"}) {
            assertThatThrownBy(() -> LatencyHistogram.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> LatencyHistogram.parse("1:1 ".repeat(20_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("characters");
    }

    @Test
    void emptyHistogramHasNoQuantiles() {
        assertThat(LatencyHistogram.EMPTY.quantile(0.5)).isNull();
        assertThat(LatencyHistogram.EMPTY.mean()).isNull();
        assertThat(LatencyHistogram.EMPTY.isEmpty()).isTrue();
    }
}
