package org.faasnetlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private final TimeWindow window = new TimeWindow();

    @Test
    void windowGrowsWithRangeWhileFollowing() {
        window.setFullRange(10);
        window.setFullRange(20);
        assertThat(window.shown().get()).isEqualTo(new Range(0, 20));
    }

    @Test
    void visiblePartStaysWhileRangeGrows() {
        window.setFullRange(10);
        window.show(2, 4);
        window.setFullRange(20);
        assertThat(window.follow().get()).isFalse();
        assertThat(window.shown().get()).isEqualTo(new Range(2, 4));
    }

    @Test
    void partBeyondBothEndsIsWholeRange() {
        window.setFullRange(10);
        window.show(2, 4);
        window.zoom(20);
        assertThat(window.follow().get()).isTrue();
        assertThat(window.shown().get()).isEqualTo(new Range(0, 10));
    }

    @Test
    void movingStopsAtTheEnds() {
        window.setFullRange(10);
        window.show(2, 4);
        window.pan(-5);
        assertThat(window.shown().get()).isEqualTo(new Range(0, 2));
        window.pan(50);
        assertThat(window.shown().get()).isEqualTo(new Range(8, 10));
    }

    @Test
    void zoomingInHasMinimumWidth() {
        window.setFullRange(10);
        for (int times = 0; times < 100; times++) {
            window.zoom(0.1);
        }
        assertThat(window.shown().get().getLength()).isGreaterThanOrEqualTo(0.19);
    }
}
