package org.faasnetlab.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EndLabelsTest {
    @Test
    void namesThatWouldCoverEachOtherAreMovedApartAroundTheirLines() {
        double[] y = {100, 100, 200};

        EndLabels.spread(y, 0, 300, 12);

        assertThat(y).containsExactly(new double[] {94, 106, 200}, within(1e-9));
    }

    @Test
    void namesStayWithinThePlot() {
        double[] atTheTop = {0, 1, 2};
        double[] atTheEnd = {98, 99, 100};

        EndLabels.spread(atTheTop, 0, 100, 12);
        EndLabels.spread(atTheEnd, 0, 100, 12);

        assertThat(atTheTop).containsExactly(new double[] {0, 12, 24}, within(1e-9));
        assertThat(atTheEnd).containsExactly(new double[] {76, 88, 100}, within(1e-9));
    }

    @Test
    void aLowPlotHasRoomForAllNames() {
        assertThat(EndLabels.spacing(16, 300)).isEqualTo(11.5);
        assertThat(EndLabels.spacing(16, 150)).isEqualTo(10);
        assertThat(EndLabels.spacing(20, 100)).as("still to be read").isEqualTo(8);
        assertThat(EndLabels.spacing(1, 0)).isEqualTo(11.5);
    }
}
