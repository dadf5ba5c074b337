package org.faasnetlab.chart.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void aShortCurveStaysAsItIs() {
        Curve curve = curve(100);
        assertThat(curve.decimated(50)).isSameAs(curve);
    }

    @Test
    void highestAndLowestPointOfEachStretchAreKeptInOrder() {
        Curve curve = new Curve(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, new double[] {5, 9, 1, 5, 4, 5, 6, 5});
        Curve shorter = curve.decimated(2);
        assertThat(IntStream.range(0, shorter.size()).mapToDouble(shorter::x).toArray())
                .containsExactly(1, 2, 4, 6);
        assertThat(IntStream.range(0, shorter.size()).mapToDouble(shorter::y).toArray())
                .containsExactly(9, 1, 4, 6);
    }

    @Test
    void aLongCurveBecomesAsShortAsAsked() {
        assertThat(curve(6001).decimated(500).size()).isEqualTo(1000);
    }

    @Test
    void shorterCurveKeepsItsGaps() {
        Curve curve = new Curve(
                new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11},
                new double[] {5, 9, 1, 5, Double.NaN, 6, 4, 5, Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        Curve shorter = curve.decimated(3);
        assertThat(IntStream.range(0, shorter.size()).mapToDouble(shorter::x).toArray())
                .containsExactly(1, 2, 4, 5, 6, 11);
        assertThat(IntStream.range(0, shorter.size()).mapToDouble(shorter::y).toArray())
                .containsExactly(9, 1, Double.NaN, 6, 4, Double.NaN);
    }

    private static Curve curve(int points) {
        double[] x = IntStream.range(0, points).asDoubleStream().toArray();
        return new Curve(x, x);
    }
}
