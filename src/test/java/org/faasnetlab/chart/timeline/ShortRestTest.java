package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.measure.Interval;
import org.junit.jupiter.api.Test;

class ShortRestTest {
    private static final Interval FIRST = interval(0, 100_000);
    private static final Interval SECOND = interval(100_000, 100_000);

    @Test
    void theShortRestOfATransferIsLeftOut() {
        assertThat(TimelineBuilder.drawable(List.of(FIRST, SECOND, interval(200_000, 20_000))))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void aLastIntervalOfAtLeastHalfTheLengthIsKept() {
        Interval half = interval(200_000, 50_000);

        assertThat(TimelineBuilder.drawable(List.of(FIRST, SECOND, half))).containsExactly(FIRST, SECOND, half);
    }

    @Test
    void theOnlyIntervalIsKept() {
        assertThat(TimelineBuilder.drawable(List.of(FIRST))).containsExactly(FIRST);
        assertThat(TimelineBuilder.drawable(List.of())).isEmpty();
    }

    private static Interval interval(long offsetMicros, long durationMicros) {
        return new Interval(offsetMicros, durationMicros, 1_000_000, null);
    }
}
