package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.measure.Interval;
import org.junit.jupiter.api.Test;

/** What remains of a transfer can be some milliseconds, over which a full buffer looks like a peak. */
class ShortRestTest {
    private static final Interval FIRST = interval(0, 100_000);
    private static final Interval SECOND = interval(100_000, 100_000);

    @Test
    void theShortRestOfATransferIsNoPoint() {
        Curve line = line(FIRST, SECOND, interval(200_000, 20_000));
        assertThat(line.size()).isEqualTo(2);
        assertThat(line.highest()).isEqualTo(80e6);
    }

    @Test
    void aRestOfHalfABinIsAPoint() {
        assertThat(line(FIRST, SECOND, interval(200_000, 50_000)).size()).isEqualTo(3);
    }

    /** Intervals are not exactly as long as bins: one of 60 ms at three times the rate is no peak of three times the height. */
    @Test
    void liveAndResultsDrawTheSameHeightOfAnIrregularInterval() {
        List<Interval> irregular = List.of(FIRST, interval(100_000, 60_000), interval(160_000, 140_000));
        Curve results = TrialBins.of(Map.of(0, irregular), TrialBins.BIN_MICROS).rates(0);
        TrialBins running = TrialBins.live();
        irregular.forEach(interval -> running.add(0, interval));
        Curve live = running.rates(0, 3);
        assertThat(IntStream.range(0, 3).mapToDouble(results::y))
                .containsExactly(IntStream.range(0, 3).mapToObj(live::y).toArray(Double[]::new));
        // 1 MB, and 40 of 140 ms of another.
        assertThat(results.highest()).isEqualTo((1 + 40 / 140.0) * 80e6);
    }

    private static Curve line(Interval... intervals) {
        return TrialBins.of(Map.of(0, List.of(intervals)), TrialBins.BIN_MICROS).rates(0);
    }

    private static Interval interval(long offsetMicros, long durationMicros) {
        return new Interval(offsetMicros, durationMicros, 1_000_000, null);
    }
}
