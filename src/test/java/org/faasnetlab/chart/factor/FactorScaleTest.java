package org.faasnetlab.chart.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FactorScaleTest {

    @Test
    void distantValuesHaveLogarithmicAxis() {
        FactorScale scale = FactorScale.byValue(DoubleStream.of(128, 256, 10_240));
        assertThat(scale.position(256) - scale.position(128)).isEqualTo(1);
    }

    @Test
    void closeValuesHaveLinearAxis() {
        FactorScale scale = FactorScale.byValue(DoubleStream.of(4, 2, 4, 6));
        assertThat(scale.position(6)).isEqualTo(6);
        assertThat(scale.length()).isEqualTo(4);
    }

    @Test
    void underBarsAllValuesAreAtTheSameDistance() {
        FactorScale scale = FactorScale.evenlySpaced(DoubleStream.of(16, 1, 4));
        assertThat(scale.position(1)).isZero();
        assertThat(scale.position(4)).isEqualTo(1);
        assertThat(scale.position(16)).isEqualTo(2);
    }
}
