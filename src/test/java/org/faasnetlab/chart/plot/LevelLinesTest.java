package org.faasnetlab.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelLinesTest {
    @Test
    void labelsThatWouldCoverEachOtherAreStackedUpwards() {
        double[] y = {100, 98, 40};

        LevelLines.stack(y, 7);

        assertThat(y).containsExactly(100, 86, 40);
    }

    @Test
    void labelsStayBelowTheTopOfThePlot() {
        double[] y = {10, 9, 8};

        LevelLines.stack(y, 7);

        assertThat(y).containsExactly(35, 21, 7);
    }
}
