package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.analysis.MinimalRows;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.workload.Metrics;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineBuilderTest {

    private static TimelineData timeline(RunData run) {
        return new TimelineBuilder(ZoneOffset.UTC).of(source(run), run.intervals());
    }

    private static TrialChartSource source(RunData run) {
        return new TrialChartSource(run.run(), run.trials().size(), run.trials().get(0), run.functions());
    }

    @Test
    void failedFunctionsAreNamedAndUnstartedHaveNoLine() {
        TimelineData data = timeline(SampleRuns.withFailures());
        assertThat(data.asBand()).isFalse();
        assertThat(data.failed()).containsExactlyInAnyOrder(2, 5);
        assertThat(data.curves().lines())
                .extracting(TrialCurves.FunctionCurve::functionIndex)
                .containsExactly(0, 1, 3, 4, 5, 6, 7);
    }

    @Test
    void aPointIsTheMeanOfItsBinAndLiesInItsMiddle() {
        RunData run = SampleRuns.small();
        TrialCurves curves = new TimelineBuilder(ZoneOffset.UTC)
                .of(
                        source(run),
                        run.intervals().stream()
                                .filter(stored -> stored.trial() == 0)
                                .toList())
                .curves();
        Curve line = curves.lines().get(0).curve();
        assertThat(line.size()).isEqualTo(2);
        assertThat(line.x(0)).isEqualTo(0.05);
        assertThat(line.y(0)).isCloseTo(625e6, within(1.0));
        // 1.5 ms of 625 and 98.5 ms of 575 Mbit/s.
        assertThat(line.y(1)).isCloseTo(575.75e6, within(1.0));
        assertThat(curves.resolution()).hasToString("means of 100 ms");
    }

    @Test
    void theLegendStatesOverWhichTimeValuesAreMeans() {
        assertThat(legend(timeline(SampleRuns.lambdaBurst()))).contains("1 s mean (pale: means of 100 ms)");
        assertThat(legend(timeline(SampleRuns.small()))).contains("means of 100 ms");
        TrialCurves summed = new TrialCurves(Curve.EMPTY, BandCurves.NONE, List.of(), 1_500_000, 200_000);
        assertThat(summed.resolution()).hasToString("means of 1.5 s, all functions of 200 ms");
    }

    private static List<String> legend(TimelineData data) {
        XYPlot plot = data.draw(ChartTheme.LIGHT).getXYPlot();
        return IntStream.range(0, plot.getLegendItems().getItemCount())
                .mapToObj(item -> plot.getLegendItems().get(item).getLabel())
                .toList();
    }

    @Test
    void manyFunctionsAreABandAroundTheirMedian() {
        TimelineData data = timeline(SampleRuns.manyFunctions());
        BandCurves band = data.curves().band();
        assertThat(data.asBand()).isTrue();
        assertThat(band.middle().size()).isBetween(99, 101);
        assertThat(IntStream.range(0, band.middle().size()))
                .allMatch(point -> band.low().y(point) <= band.middle().y(point)
                        && band.middle().y(point) <= band.high().y(point));
        assertThat(band.middle().y(50)).isCloseTo(621e6, within(10e6));
        assertThat(data.withSelected(Set.of(7)).curves().lines()).hasSize(1);
    }

    @Test
    void theMeanOfASecondKeepsTheBytesOfTheBurst() {
        RunData run = SampleRuns.lambdaBurst();
        Curve means = timeline(run).means().lines().get(0).curve();
        double firstSecond = run.intervals().stream()
                .filter(stored -> stored.interval().endMicros() <= 1_000_000)
                .mapToDouble(stored -> stored.interval().bytes() * 8)
                .sum();
        assertThat(means.size()).as("a level line for each second").isEqualTo(20);
        assertThat(means.x(1)).isEqualTo(1);
        assertThat(means.y(0)).isCloseTo(firstSecond, withinPercentage(10));
        assertThat(timeline(SampleRuns.small()).means().hasPoints())
                .as("too short")
                .isFalse();
    }

    /** Function 0 measures from 0 to 3 s and from 5 to 8 s, function 1 from 0 to 6.5 s. */
    @Test
    void meansAreLevelEndWithTheTransferAndHaveGaps() {
        List<StoredInterval> intervals = new ArrayList<>();
        for (int tenth = 0; tenth < 80; tenth++) {
            if (tenth < 30 || tenth >= 50) {
                intervals.add(MinimalRows.interval(0, 100 * tenth, 100, 1_000_000));
            }
            if (tenth < 65) {
                intervals.add(MinimalRows.interval(1, 100 * tenth, 100, 1_000_000));
            }
        }
        TimelineData data = new TimelineBuilder(ZoneOffset.UTC).of(source(SampleRuns.lambdaBurst()), intervals);

        Curve all = data.means().aggregate();
        assertThat(all.lastX()).isEqualTo(8);
        assertThat(IntStream.range(0, all.size() / 2).mapToDouble(second -> all.y(2 * second)))
                .containsExactly(160e6, 160e6, 160e6, 80e6, 80e6, 160e6, 120e6, 80e6);
        Curve first = data.means().lines().get(0).curve();
        assertThat(IntStream.range(0, first.size()).filter(point -> Double.isNaN(first.y(point))))
                .hasSize(1);
        Curve measured = data.curves().lines().get(0).curve();
        assertThat(IntStream.range(0, measured.size()).filter(point -> Double.isNaN(measured.y(point))))
                .hasSize(1);
    }

    /** Function 0 starts 0.7 s after T0 with 80 Mbit/s, function 1 0.85 s after T0; both end after 4 s. */
    @Test
    void theMeanOfAFirstPartialSecondIsThatSinceTheStart() {
        List<StoredInterval> intervals = new ArrayList<>();
        for (int start = 700; start < 4_000; start += 50) {
            intervals.add(MinimalRows.interval(0, start, 50, 500_000));
            if (start >= 850) {
                intervals.add(MinimalRows.interval(1, start, 50, 500_000));
            }
        }
        TrialCurves means = new TimelineBuilder(ZoneOffset.UTC)
                .of(source(SampleRuns.lambdaBurst()), intervals)
                .means();

        Curve first = means.lines().get(0).curve();
        assertThat(first.x(0)).isEqualTo(0.7);
        assertThat(first.x(1)).isEqualTo(1);
        assertThat(first.y(0)).isEqualTo(80e6);
        assertThat(means.lines().get(1).curve().x(0)).isEqualTo(0.85);
        Curve all = means.aggregate();
        assertThat(all.x(0)).isEqualTo(0.7);
        // 6 intervals of one function and 3 of the other in 0.3 s.
        assertThat(all.y(0)).isCloseTo(9 * 500_000 * 8 / 0.3, within(1.0));
        assertThat(all.y(2)).isEqualTo(160e6);
    }

    @Test
    void subtitleNamesTestbedAndMethod() {
        TimelineData data = timeline(SampleRuns.small());
        assertThat(data.head().subtitle())
                .hasToString(
                        "This computer · 2 functions, 1 failed · 1769 MB · download · link 625Mbit · 1 host of 1Gbit"
                                + " · trial 1 of 2 · 23 Nov 2026, 10:42");
        assertThat(data.head().simulated()).isTrue();
        assertThat(timeline(SampleRuns.s3Upload()).head().simulated()).isFalse();
    }

    @Test
    void theEndOfTheTransfersDoesNotLookLikeADrop() {
        TimelineData data = timeline(SampleRuns.sharedHost());
        Curve aggregate = data.curves().aggregate();
        assertThat(aggregate.y(aggregate.size() - 1)).isCloseTo(16 * 62.2e6, within(50e6));
        assertThat(Objects.requireNonNull(data.window()).mean().bitsPerSecond()).isCloseTo(16 * 62.2e6, within(20e6));
    }

    @Test
    void aRunWithoutAnyIntervalHasAnEmptyTimelineOfThePlannedLength() {
        TimelineData data = timeline(SampleRuns.nothingDelivered());
        assertThat(data.curves().hasPoints()).isFalse();
        assertThat(data.window()).isNull();
        assertThat(data.endSecond()).isEqualTo(10);
    }

    @Test
    void aTimelineFromSumsIsThatFromIntervals(@TempDir Path folder) throws StoreException {
        RunData run = SampleRuns.manyFunctions();
        TimelineData read = timeline(run);
        try (DuckDbRunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, run);
            TimelineData summed = new TimelineBuilder(ZoneOffset.UTC).summed(store.sums(), source(run));
            TimelineData.CommonWindowMean window = Objects.requireNonNull(summed.window());
            assertThat(window.mean().bitsPerSecond())
                    .isCloseTo(Objects.requireNonNull(read.window()).mean().bitsPerSecond(), withinPercentage(0.1));
            assertThat(summed.asBand()).isTrue();
            assertThat(summed.curves().lines()).hasSameSizeAs(read.curves().lines());
            assertClose(summed.curves().aggregate(), read.curves().aggregate());
            assertClose(summed.curves().band().middle(), read.curves().band().middle());
            assertThat(summed.endSecond()).isCloseTo(read.endSecond(), withinPercentage(2));
        }
    }

    @Test
    void aSavedTrialHasItsRetransmits(@TempDir Path folder) throws StoreException {
        RunData run = PlainRuns.completed("20261123-104210-k3f9");
        List<StoredInterval> retransmitted = run.intervals().stream()
                .map(stored -> new StoredInterval(
                        0,
                        stored.functionIndex(),
                        new Interval(
                                stored.interval().offsetMicros(),
                                stored.interval().durationMicros(),
                                stored.interval().bytes(),
                                4L)))
                .toList();
        try (DuckDbRunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, new RunData(run.run(), run.trials(), run.functions(), retransmitted));

            MetricCurve transport = Objects.requireNonNull(
                    new TimelineBuilder(ZoneOffset.UTC).read(store, source(run)).transport());
            assertThat(transport.metric()).isEqualTo(Metrics.RETRANSMITS);
            assertThat(transport.curve().highest()).isBetween(4.0, 8.0);
        }
    }

    private static void assertClose(Curve summed, Curve read) {
        assertThat(meanAfterTheBurst(summed)).isCloseTo(meanAfterTheBurst(read), withinPercentage(2));
        assertThat(summed.highest()).isCloseTo(read.highest(), withinPercentage(10));
    }

    private static double meanAfterTheBurst(Curve curve) {
        return IntStream.range(0, curve.size())
                .filter(point -> curve.x(point) > 2 && curve.x(point) < 9 && Double.isFinite(curve.y(point)))
                .mapToDouble(curve::y)
                .average()
                .orElseThrow();
    }
}
