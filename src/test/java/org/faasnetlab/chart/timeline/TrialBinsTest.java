package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.timeline.TrialBins.Point;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.analysis.MinimalRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialBinsTest {

    @Test
    void intervalsAreSpreadOverTheBinsTheyLieIn() {
        // Function 0 moves 1 MB from 50 to 150 ms, half in each bin; function 1 moves 2 MB in the second bin.
        List<StoredInterval> intervals =
                List.of(MinimalRows.interval(0, 50, 100, 1_000_000), MinimalRows.interval(1, 100, 100, 2_000_000));
        assertThat(TrialBins.of(intervals, 100_000).points())
                .containsExactly(
                        new Point(0, Bandwidth.ofMegabits(40), 1, 0.5),
                        new Point(100_000, Bandwidth.ofMegabits(200), 2, 0.75));
    }

    @Test
    void pauseIsEmptyBin() {
        List<StoredInterval> intervals =
                List.of(MinimalRows.interval(0, 0, 100, 1_000), MinimalRows.interval(0, 200, 100, 1_000));
        assertThat(TrialBins.of(intervals, 100_000).points())
                .containsExactly(
                        new Point(0, new Bandwidth(80_000), 1, 1),
                        new Point(100_000, new Bandwidth(0), 0, 0),
                        new Point(200_000, new Bandwidth(80_000), 1, 1));
    }

    @Test
    void linesAndBandHaveAGapWhereNothingWasMeasured() {
        List<StoredInterval> intervals =
                List.of(MinimalRows.interval(0, 0, 100, 1_000), MinimalRows.interval(0, 300, 100, 1_000));
        TrialBins bins = TrialBins.of(intervals, 100_000);

        assertThat(points(bins.rates(0))).containsExactly("0.05 80000.0", "0.15 NaN", "0.35 80000.0");
        assertThat(points(bins.steps(0)))
                .containsExactly("0.0 80000.0", "0.1 80000.0", "0.1 NaN", "0.3 80000.0", "0.4 80000.0");
        assertThat(bins.band().pieces()).hasSize(2);
    }

    private static List<String> points(Curve curve) {
        return IntStream.range(0, curve.size())
                .mapToObj(point -> Math.round(curve.x(point) * 1e6) / 1e6 + " " + curve.y(point))
                .toList();
    }

    @Test
    void startBeforeT0IsDrawnBeforeIt() {
        assertThat(TrialBins.of(List.of(MinimalRows.interval(0, -50, 100, 1_000)), 100_000)
                        .points())
                .extracting(Point::startMicros)
                .containsExactly(-100_000L, 0L);
    }

    @Test
    void aLongIntervalIsEvenInAllItsBins() {
        List<Point> points = TrialBins.of(List.of(MinimalRows.interval(0, 0, 1000, 10_000_000)), 100_000)
                .points();
        assertThat(points)
                .hasSize(10)
                .allSatisfy(point -> assertThat(point.bandwidth()).isEqualTo(Bandwidth.ofMegabits(80)));
    }

    @Test
    void withoutIntervalsThereAreNoBins() {
        assertThat(TrialBins.of(List.of(), 100_000).points()).isEmpty();
    }

    @Test
    void aBinHasAWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrialBins.of(List.of(MinimalRows.interval(0, 0, 1, 1)), 0));
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
        List<Point> points = TrialBins.of(List.of(MinimalRows.interval(0, start, millis, 1_000_000)), binMillis * 1000L)
                .points();
        double bytes = points.stream()
                .mapToDouble(point -> point.bandwidth().bytesPerSecond() * binMillis / 1000)
                .sum();
        assertThat(bytes).isCloseTo(1_000_000, Offset.offset(0.01));
    }

    @Test
    void intervalAcrossBinsIsSplitProRata() {
        TrialBins bins = TrialBins.live();
        bins.add(0, new Interval(75_000, 100_000, 1000, null));
        assertThat(bins.aggregate(2).y(0)).isEqualTo(250 * 80.0);
        assertThat(bins.aggregate(2).y(1)).isEqualTo(750 * 80.0);
    }

    @Test
    void startWithinBinIsNotDip() {
        TrialBins bins = TrialBins.live();
        bins.add(0, new Interval(40_000, 110_000, 1100, null));
        assertThat(bins.rates(0, 3).y(0)).isCloseTo(80_000, Offset.offset(0.01));
        assertThat(bins.rates(0, 3).y(1)).isCloseTo(80_000, Offset.offset(0.01));
        assertThat(bins.rates(0, 3).y(2)).isNaN();
    }

    /** Of some milliseconds, a rate would be a peak that Results does not have. */
    @Test
    void lessThanHalfOfABinIsNoRate() {
        TrialBins bins = TrialBins.live();
        bins.add(0, new Interval(75_000, 100_000, 1000, null));
        assertThat(bins.rates(0, 2).y(0)).isNaN();
        assertThat(bins.rates(0, 2).y(1)).isCloseTo(80_000, Offset.offset(0.01));
    }

    @Test
    void aLongTrialIsKeptWholeInLongerBins() {
        TrialBins bins = TrialBins.live();
        for (int tenth = 0; tenth < 9000; tenth++) {
            bins.add(1, new Interval(tenth * 100_000L, 100_000, 1000, null));
        }
        assertThat(bins.binMicros()).isEqualTo(1_600_000);
        double bits = 0;
        for (int bin = 0; bin < 600; bin++) {
            bits += bins.aggregate(600).y(bin) * bins.binMicros() / 1e6;
        }
        assertThat(bits).isCloseTo(9000 * 8000.0, Offset.offset(1.0));
        assertThat(bins.rates(1, 301).y(300)).isCloseTo(80_000, Offset.offset(1.0));
        assertThat(bins.rates(0, 301).y(300)).isNaN();
    }

    @Test
    void intervalsBeforeT0AreNotDrawnLive() {
        TrialBins bins = TrialBins.live();
        bins.add(0, new Interval(-200_000, 100_000, 1000, null));
        bins.add(0, new Interval(-50_000, 100_000, 1000, null));
        assertThat(bins.aggregate(1).y(0)).isEqualTo(500 * 80.0);
    }

    @Test
    void binsDoNotDependOnOrderOfInput() {
        Random random = new Random(20261123);
        for (int round = 0; round < 50; round++) {
            List<StoredInterval> intervals = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                intervals.add(new StoredInterval(
                        0,
                        random.nextInt(4),
                        new Interval(
                                random.nextInt(3_000_000),
                                1 + random.nextInt(400_000),
                                random.nextInt(10_000_000),
                                null)));
            }
            TrialBins complete = TrialBins.of(intervals, TrialBins.BIN_MICROS);
            TrialBins live = TrialBins.live();
            live.band(40); // a result computed early must be updated when more intervals arrive
            intervals.forEach(stored -> {
                live.add(stored.functionIndex(), stored.interval());
                live.aggregate(40);
            });
            assertThat(live.points()).isEqualTo(complete.points());
            for (long bin = 0; bin < 40; bin++) {
                assertThat(live.sum().bytes(bin)).isCloseTo(complete.sum().bytes(bin), Offset.offset(1e-3));
                assertThat(Double.valueOf(live.band(40).middle().y((int) bin)))
                        .isEqualTo(Double.valueOf(complete.band(40).middle().y((int) bin)));
            }
            double all = 0;
            for (long bin = complete.sum().first(); bin < complete.sum().end(); bin++) {
                all += complete.sum().bytes(bin);
            }
            assertThat(all)
                    .isCloseTo(
                            intervals.stream()
                                    .mapToLong(stored -> stored.interval().bytes())
                                    .sum(),
                            Offset.offset(1e-3));
        }
    }
}
