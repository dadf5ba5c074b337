package org.faasnetlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.faasnetlab.measure.Interval;
import org.junit.jupiter.api.Test;

class BinTimelineTest {

    @Test
    void anIntervalAcrossABorderIsSharedProRata() {
        BinTimeline timeline = new BinTimeline(1, 600);
        timeline.add(0, new Interval(75_000, 100_000, 1000, null));
        assertThat(timeline.aggregate(0)).isEqualTo(250 * 80.0);
        assertThat(timeline.aggregate(1)).isEqualTo(750 * 80.0);
    }

    @Test
    void aStartWithinABinIsNoDipOfTheFunction() {
        BinTimeline timeline = new BinTimeline(1, 600);
        timeline.add(0, new Interval(75_000, 100_000, 1000, null));
        assertThat(timeline.rate(0, 0)).isCloseTo(80_000, within(0.01));
        assertThat(timeline.rate(0, 1)).isCloseTo(80_000, within(0.01));
        assertThat(timeline.rate(0, 2)).isNaN();
    }

    @Test
    void aLongTrialIsKeptWholeInLongerBins() {
        BinTimeline timeline = new BinTimeline(2, 600);
        for (int tenth = 0; tenth < 9000; tenth++) {
            timeline.add(1, new Interval(tenth * 100_000L, 100_000, 1000, null));
        }
        assertThat(timeline.binMicros()).isEqualTo(1_600_000);
        double bits = 0;
        for (int bin = 0; bin < 600; bin++) {
            bits += timeline.aggregate(bin) * timeline.binMicros() / 1e6;
        }
        assertThat(bits).isCloseTo(9000 * 8000.0, within(1.0));
        assertThat(timeline.rate(1, 300)).isCloseTo(80_000, within(1.0));
        assertThat(timeline.rate(0, 300)).isNaN();
    }

    @Test
    void whatCameBeforeT0IsNotDrawn() {
        BinTimeline timeline = new BinTimeline(1, 600);
        timeline.add(0, new Interval(-200_000, 100_000, 1000, null));
        timeline.add(0, new Interval(-50_000, 100_000, 1000, null));
        assertThat(timeline.aggregate(0)).isEqualTo(500 * 80.0);
    }
}
