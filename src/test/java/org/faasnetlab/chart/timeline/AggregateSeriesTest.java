package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.faasnetlab.chart.timeline.AggregateSeries.Point;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.analysis.MinimalRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateSeriesTest {

    @Test
    void intervalsAreSpreadOverTheBinsTheyLieIn() {
        // Function 0 moves 1 MB from 50 to 150 ms, half in each bin; function 1 moves 2 MB in the second bin.
        List<StoredInterval> intervals =
                List.of(MinimalRows.interval(0, 50, 100, 1_000_000), MinimalRows.interval(1, 100, 100, 2_000_000));
        assertThat(AggregateSeries.of(intervals, 100_000).points())
                .containsExactly(
                        new Point(0, Bandwidth.ofMegabits(40), 1, 0.5),
                        new Point(100_000, Bandwidth.ofMegabits(200), 2, 0.75));
    }

    @Test
    void aPauseIsABinOfNothing() {
        List<StoredInterval> intervals =
                List.of(MinimalRows.interval(0, 0, 100, 1_000), MinimalRows.interval(0, 200, 100, 1_000));
        assertThat(AggregateSeries.of(intervals, 100_000).points())
                .containsExactly(
                        new Point(0, new Bandwidth(80_000), 1, 1),
                        new Point(100_000, new Bandwidth(0), 0, 0),
                        new Point(200_000, new Bandwidth(80_000), 1, 1));
    }

    @Test
    void whatBeganBeforeT0LiesBeforeIt() {
        assertThat(AggregateSeries.of(List.of(MinimalRows.interval(0, -50, 100, 1_000)), 100_000)
                        .points())
                .extracting(Point::startMicros)
                .containsExactly(-100_000L, 0L);
    }

    @Test
    void aLongIntervalIsEvenInAllItsBins() {
        AggregateSeries series = AggregateSeries.of(List.of(MinimalRows.interval(0, 0, 1000, 10_000_000)), 100_000);
        assertThat(series.points())
                .hasSize(10)
                .allSatisfy(point -> assertThat(point.bandwidth()).isEqualTo(Bandwidth.ofMegabits(80)));
        assertThat(series.peak()).isEqualTo(Bandwidth.ofMegabits(80));
    }

    @Test
    void withoutIntervalsThereAreNoBins() {
        assertThat(AggregateSeries.of(List.of(), 100_000).points()).isEmpty();
        assertThat(AggregateSeries.of(List.of(), 100_000).peak()).isNull();
    }

    @Test
    void aBinHasAWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AggregateSeries.of(List.of(MinimalRows.interval(0, 0, 1, 1)), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "0, 5000, 100",
        "-5000, 5000, 700",
        "-37, 100, 100",
        "99, 2, 100",
        "50, 100, 100",
        "-1, 4999, 3",
        "4999, 1, 699"
    })
    void noByteIsLostOrCountedTwice(int start, int millis, int binMillis) {
        AggregateSeries series =
                AggregateSeries.of(List.of(MinimalRows.interval(0, start, millis, 1_000_000)), binMillis * 1000L);
        double bytes = series.points().stream()
                .mapToDouble(point -> point.bandwidth().bytesPerSecond() * binMillis / 1000)
                .sum();
        assertThat(bytes).isCloseTo(1_000_000, Offset.offset(0.01));
    }
}
