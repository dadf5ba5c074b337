package org.faasnetlab.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.distribution.DistributionData;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.factor.FactorLimits;
import org.faasnetlab.chart.factor.FactorLine;
import org.faasnetlab.chart.factor.ResponseData;
import org.faasnetlab.chart.gantt.GanttData;
import org.faasnetlab.chart.image.SvgWriter;
import org.faasnetlab.chart.plot.LevelLines;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.workload.Architecture;
import org.faasnetlab.workload.Metrics;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunChartsTest {
    @TempDir
    private static Path folder;

    private static DuckDbRunStore store;

    private final RunCharts charts = RunCharts.withPublishedData(ZoneOffset.UTC);

    @BeforeAll
    static void openAStore() throws StoreException {
        store = new DuckDbRunStore(folder);
    }

    @AfterAll
    static void closeIt() throws StoreException {
        store.close();
    }

    @Test
    void directionsOfTrialAreSeparate() throws StoreException {
        RunData run = SampleSweeps.bothDirections();
        DistributionData distribution = (DistributionData) chart(ChartKind.DISTRIBUTION, run, false);
        assertThat(distribution.groups())
                .extracting(DistributionData.Group::name)
                .extracting(Phrase::toString)
                .containsExactly("download of both", "upload of both");
        assertThat(distribution.groups()).allMatch(group -> group.values().size() == 4);
        FactorData factor = (FactorData) chart(ChartKind.BY_FACTOR_BARS, run, false);
        assertThat(factor.lines())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line.points().get(0).total().median()).isCloseTo(4 * 100e6, withinPercentage(3)));
        ResponseData response = (ResponseData) chart(ChartKind.RESPONSE, run, false);
        assertThat(response.lines()).as("one job has all functions").hasSize(1);
        assertThat(chart(ChartKind.TIMELINE, run, false).head().subtitle().toString())
                .contains("half of the functions in each direction");
    }

    @Test
    void functionsThatSplitJobAreOneLine() throws StoreException {
        FactorData data = (FactorData) chart(ChartKind.BY_FACTOR, SampleSweeps.dividedJob(), false);
        assertThat(data.factor()).hasToString("concurrent functions");
        assertThat(data.table().columns()).contains("functions_at_once");
        assertThat(data.lines()).hasSize(1);
        assertThat(data.lines().get(0).points()).extracting(FactorData.Point::x).containsExactly(1.0, 3.0, 7.0);
    }

    @Test
    void theFactorThatVariesMostIsTheAxisAndRepetitionsAreOneCell() throws StoreException {
        FactorData data = (FactorData) chart(ChartKind.BY_FACTOR, SampleSweeps.concurrency(), false);
        assertThat(data.factor()).hasToString("concurrent functions");
        assertThat(data.lines()).hasSize(1);
        List<FactorData.Point> points = data.lines().get(0).points();
        assertThat(points).extracting(FactorData.Point::x).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0);
        assertThat(points).extracting(FactorData.Point::n).containsExactly(2, 4, 8, 16, 32);
        assertThat(points.get(4).each().median()).isCloseTo(980e6 / 16, withinPercentage(2));
        assertThat(points.get(4).total().median()).isCloseTo(980e6, withinPercentage(3));
    }

    @Test
    void theIntervalOfAPointIsThatOfItsTrials() throws StoreException {
        FactorData data = (FactorData) chart(ChartKind.BY_FACTOR, SampleSweeps.concurrency(), false);
        List<FactorData.Point> points = data.lines().get(0).points();
        assertThat(points).allSatisfy(point -> {
            assertThat(point.trials()).isEqualTo(2);
            assertThat(point.n()).isEqualTo(2 * (int) point.x());
            // The repetitions of the sample are equal, though the functions of a trial are not.
            assertThat(point.each().low()).isEqualTo(point.each().median());
            assertThat(point.each().high()).isEqualTo(point.each().median());
        });
    }

    /** The second trial of each cell is invalid, and of the last cell the first too. */
    @Test
    void invalidTrialsAreLeftOutOrHollow() throws StoreException {
        RunData run = SampleSweeps.concurrency();
        List<EvidenceRow> busy = run.trials().stream()
                .filter(trial -> trial.repetition() == 1 || trial.functions() == 16)
                .map(trial -> new EvidenceRow(trial.index(), null, 0.99, null, null, null, null, null, null, null))
                .toList();
        RunData withBusy = new RunData(run.run(), run.trials(), run.functions(), run.intervals(), busy);
        InMemoryRunStore busyStore = new InMemoryRunStore();
        busyStore.add(withBusy);
        RunChartSource source = RunChartSource.read(busyStore, run.run());

        List<FactorData.Point> points = points(source);
        assertThat(points).extracting(FactorData.Point::trials).containsExactly(1, 1, 1, 1, 2);
        assertThat(points).extracting(FactorData.Point::valid).containsExactly(true, true, true, true, false);
        assertThat(points(source.includingInvalid()))
                .allSatisfy(point -> assertThat(point.trials()).isEqualTo(2))
                .allSatisfy(point -> assertThat(point.valid()).isTrue());
    }

    @Test
    void invalidCellsAreMarkedInDistributionAndResponse() throws Exception {
        RunData run = SampleSweeps.concurrency();
        List<EvidenceRow> busy = run.trials().stream()
                .filter(trial -> trial.functions() == 16)
                .map(trial -> new EvidenceRow(trial.index(), null, 0.99, null, null, null, null, null, null, null))
                .toList();
        InMemoryRunStore busyStore = new InMemoryRunStore();
        busyStore.add(new RunData(run.run(), run.trials(), run.functions(), run.intervals(), busy));
        RunChartSource source = RunChartSource.read(busyStore, run.run());

        DistributionData distribution =
                (DistributionData) charts.of(ChartKind.DISTRIBUTION, source, Metrics.BANDWIDTH, false);
        assertThat(distribution.groups())
                .extracting(DistributionData.Group::valid)
                .containsExactly(true, true, true, true, false);
        ResponseData response = (ResponseData) charts.of(ChartKind.RESPONSE, source, Metrics.BANDWIDTH, false);
        assertThat(response.lines().get(0).points())
                .extracting(ResponseData.Point::valid)
                .containsExactly(true, true, true, true, false);
        assertThat(SvgWriter.element(response.draw(ChartTheme.LIGHT), "response"))
                .contains("the trials are invalid");
        assertThat(SvgWriter.element(distribution.draw(ChartTheme.LIGHT), "distribution"))
                .contains("the trials are invalid");
    }

    private List<FactorData.Point> points(RunChartSource source) {
        return ((FactorData) charts.of(ChartKind.BY_FACTOR, source, Metrics.BANDWIDTH, false))
                .lines()
                .get(0)
                .points();
    }

    @Test
    void aSecondFactorBecomesALineForEachOfItsValues() throws StoreException {
        FactorData data = (FactorData) chart(ChartKind.BY_FACTOR, SampleSweeps.memory(), false);
        assertThat(data.factor()).hasToString("memory, MB");
        assertThat(data.lines())
                .extracting(FactorLine::name)
                .extracting(Phrase::toString)
                .containsExactly("download", "upload");
    }

    @Test
    void everyCellHasItsDistribution() throws StoreException {
        DistributionData data = (DistributionData) chart(ChartKind.DISTRIBUTION, SampleSweeps.concurrency(), false);
        assertThat(data.groups())
                .extracting(DistributionData.Group::name)
                .extracting(Phrase::toString)
                .containsExactly("1 function", "2 functions", "4 functions", "8 functions", "16 functions");
        DistributionData.Group last = data.groups().get(4);
        assertThat(last.values()).hasSize(32).isSorted();
        assertThat(last.ecdf().y(last.ecdf().size() - 1)).isEqualTo(100);
        assertThat(last.p25()).isBetween(last.low(), last.median());
        assertThat(last.p75()).isBetween(last.median(), last.high());
    }

    /** 2 trials of 8 functions are 16 values, and those of 16 functions 32. */
    @Test
    void fewerThan20FunctionsHaveNo5thAnd95thPercentile() throws StoreException {
        DistributionData data = (DistributionData) chart(ChartKind.DISTRIBUTION, SampleSweeps.concurrency(), false);
        for (DistributionData.Group group : data.groups()) {
            boolean enough = group.values().size() >= 20;
            List<Object> names = data.table().rows().stream()
                    .filter(row -> row.get(0).equals(group.name().toString()))
                    .map(row -> row.get(1))
                    .toList();
            assertThat(names.contains("5th percentile")).as("%s", group.name()).isEqualTo(enough);
            assertThat(names.contains("95th percentile")).as("%s", group.name()).isEqualTo(enough);
            assertThat(names).contains("25th percentile", "median", "75th percentile", "function");
            assertThat(group.low() == group.values().get(0))
                    .as("%s: the whisker ends at the smallest value", group.name())
                    .isEqualTo(!enough);
        }
        assertThat(legend(data)).isEqualTo("whiskers: 5th to 95th percentile, or smallest to largest of n < 20");
        assertThat(legend((DistributionData) chart(ChartKind.DISTRIBUTION, SampleRuns.withFailures(), false)))
                .isEqualTo("whiskers: smallest to largest");
    }

    private static String legend(DistributionData data) {
        XYPlot plot =
                (XYPlot) data.draw(ChartTheme.LIGHT, BandwidthUnit.AUTOMATIC).getPlot();
        return plot.getFixedLegendItems().get(1).getLabel();
    }

    @Test
    void failedFunctionsAreNotSamplesAndAreReported() throws StoreException {
        DistributionData data = (DistributionData) chart(ChartKind.DISTRIBUTION, SampleRuns.withFailures(), false);
        assertThat(data.groups().get(0).values()).hasSize(6);
        assertThat(data.head().subtitle().toString()).contains("2 of 8 functions failed and are omitted");
    }

    @Test
    void theResponseTimeIsThatOfTheWholeJobAndTheCostThatOfAThousand() throws StoreException {
        RunData run = SampleSweeps.concurrency();
        ResponseData data = (ResponseData) chart(ChartKind.RESPONSE, run, false);
        ResponseData.Point point = data.lines().get(0).points().get(0);
        assertThat(point.jobs()).isEqualTo(2);
        assertThat(point.seconds().median()).isCloseTo(3, within(0.1));
        PriceTable prices = PriceTable.bundled();
        double usd = 1000
                * (1769
                                / 1024.0
                                * 3
                                * prices.functionGbSecond(Architecture.X86_64).usd()
                        + prices.functionRequest().usd());
        assertThat(point.usd().median()).isCloseTo(usd, withinPercentage(0.1));
        assertThat(data.head().subtitle().toString()).contains("us-east-1").contains("2026-11-23");
    }

    @Test
    void ganttChartCountsTransfersAndEndsFailedOnesAtLastInterval() throws StoreException {
        GanttData data = (GanttData) chart(ChartKind.GANTT, SampleRuns.withFailures(), false);
        assertThat(data.bars()).extracting(GanttData.Bar::functionIndex).containsExactly(0, 1, 3, 4, 5, 6, 7);
        GanttData.Bar broken = data.bars().get(4);
        assertThat(broken.end()).isEqualTo(FunctionRow.End.FAILED);
        assertThat(broken.endSecond()).isCloseTo(3, within(0.11));
        assertThat(data.running().highest()).isEqualTo(7);
        assertThat(data.running().y(data.running().size() - 1)).isZero();
    }

    @Test
    void publishedResultsOfTheSameAxesAreDrawnWithSourceAndYearAndOnlyIfAskedFor() throws StoreException {
        RunData run = SampleSweeps.concurrency();
        assertThat(((FactorData) chart(ChartKind.BY_FACTOR_BARS, run, false)).overlays())
                .isEmpty();
        assertThat(((FactorData) chart(ChartKind.BY_FACTOR_BARS, run, true)).overlays())
                .as("steady totals are compared with steady totals only")
                .extracting(PublishedOverlay::name)
                .noneMatch(name -> name.contains("steady"));
        RunChartSource steady = RunChartSource.read(store, run.run()).withSteadyAggregates(store);
        List<PublishedOverlay> drawn =
                ((FactorData) charts.of(ChartKind.BY_FACTOR_BARS, steady, Metrics.BANDWIDTH, true)).overlays();
        assertThat(drawn).extracting(PublishedOverlay::name).anyMatch(name -> name.startsWith("Kim, Park, Lee 2019: "));
        assertThat(drawn).extracting(PublishedOverlay::name).anyMatch(name -> name.startsWith("Skyrise 2024: "));
        assertThat(drawn)
                .as("no further than the run's own axis")
                .allMatch(overlay -> overlay.curve().x(overlay.curve().size() - 1) <= 16);
        assertThat(drawn).extracting(PublishedOverlay::source).allMatch(source -> source.contains("us-east-1"));
        TimelineData timeline = (TimelineData) chart(ChartKind.TIMELINE, run, true);
        assertThat(timeline.overlays())
                .extracting(PublishedOverlay::name)
                .contains("AWS 2026: quota of an execution environment");
    }

    @Test
    void chartsOfAnInvalidTrialSayWhyItIs() throws StoreException {
        RunData run = SampleRuns.lambdaBurst();
        InMemoryRunStore busyStore = new InMemoryRunStore();
        SampleRuns.save(
                busyStore,
                new RunData(
                        run.run(),
                        run.trials(),
                        run.functions(),
                        run.intervals(),
                        List.of(new EvidenceRow(0, null, 0.99, null, null, null, null, null, null, null))));
        TrialChartSource source =
                new TrialChartSource(run.run(), 1, run.trials().get(0), run.functions());
        for (ChartKind kind : List.of(ChartKind.TIMELINE, ChartKind.GANTT)) {
            assertThat(charts.read(kind, busyStore, source, Metrics.BANDWIDTH, false)
                            .head()
                            .subtitle()
                            .toString())
                    .startsWith("invalid: computer busy · This computer · 1 function · ");
            assertThat(chart(kind, run, false).head().subtitle().toString())
                    .startsWith("This computer · 1 function · ");
        }
    }

    /** 16 functions of about 62 Mbit/s share a host of 1 Gbit/s; their own links would allow 625 Mbit/s each. */
    @Test
    void knownLimitsAreLinesAsFarAsTheScaleReaches() throws StoreException {
        TimelineData data = (TimelineData) chart(ChartKind.TIMELINE, SampleRuns.sharedHost(), false);
        CombinedDomainXYPlot plots =
                (CombinedDomainXYPlot) data.draw(ChartTheme.LIGHT).getXYPlot();
        XYPlot each = (XYPlot) plots.getSubplots().get(0);
        XYPlot all = (XYPlot) plots.getSubplots().get(1);
        assertThat(levels(all))
                .containsExactly(
                        "simulated links of hosts: 1.00 Gbit/s", "0.998 Gbit/s over the common window of 10.0 s");
        assertThat(all.getRangeAxis().getUpperBound()).isGreaterThan(1e9);
        assertThat(each.getRangeAxis().getUpperBound()).isLessThan(100e6);
        assertThat(levels(each)).isEmpty();
        assertThat(IntStream.range(0, plots.getFixedLegendItems().getItemCount())
                        .mapToObj(item -> plots.getFixedLegendItems().get(item).getLabel()))
                .contains("simulated link: 625 Mbit/s (beyond the scale)");
        assertThat(data.table().rows())
                .contains(List.of("limit: simulated link", 0.0, 625e6))
                .contains(List.of("limit: simulated links of hosts", data.endSecond(), 1e9));
    }

    /** Labels of the level lines of a plot. */
    private static List<String> levels(XYPlot plot) {
        return plot.getAnnotations().stream()
                .filter(LevelLines.class::isInstance)
                .flatMap(lines -> ((LevelLines) lines).labels().stream())
                .toList();
    }

    /** Functions with links of 625 Mbit/s share a host of 1 Gbit/s, which limits them from two functions on. */
    @Test
    void knownLimitsAreCurvesOverAFactor() throws StoreException {
        FactorData bars = (FactorData) chart(ChartKind.BY_FACTOR_BARS, SampleSweeps.concurrency(), false);
        assertThat(bars.limits())
                .extracting(FactorLimits.Limit::name)
                .extracting(Phrase::toString)
                .containsExactly("simulated link", "simulated links of hosts");
        Curve hosts = bars.limits().get(1).curve();
        assertThat(IntStream.range(0, hosts.size()).mapToObj(hosts::x)).containsExactly(2.0, 4.0, 8.0, 16.0);
        assertThat(IntStream.range(0, hosts.size()).mapToObj(hosts::y)).containsOnly(1e9);
        assertThat(bars.table().rows())
                .anySatisfy(row -> assertThat(row).startsWith("limit: simulated links of hosts", 16.0, "", 1e9));
        FactorData lines = (FactorData) chart(ChartKind.BY_FACTOR, SampleSweeps.concurrency(), false);
        assertThat(lines.limits())
                .extracting(FactorLimits.Limit::name)
                .extracting(Phrase::toString)
                .containsExactly("simulated link");
        DistributionData each = (DistributionData) chart(ChartKind.DISTRIBUTION, SampleSweeps.concurrency(), false);
        assertThat(each.limits())
                .containsExactly(new ReferenceLine(
                        Phrase.verbatim("simulated link"), ReferenceLine.Scope.FUNCTION, Bandwidth.ofMegabits(625)));
    }

    @Test
    void theMiddleOfAPublishedRangeIsNamedAsSuch() throws StoreException {
        TimelineData uploads = (TimelineData) chart(ChartKind.TIMELINE, SampleSweeps.memory(), true);
        assertThat(uploads.overlays())
                .extracting(PublishedOverlay::name)
                .contains(
                        "sjakthol, aws-network-benchmark 2024: baseline of one function, midpoint of 597 Mbit/s to 618"
                                + " Mbit/s");
    }

    @Test
    void publishedResultsOfAnotherTransferAreNotDrawn() throws StoreException {
        FactorData s3 = (FactorData) chart(ChartKind.BY_FACTOR_BARS, SampleRuns.s3Upload(), true);
        assertThat(s3.overlays()).noneMatch(overlay -> overlay.name().contains("iperf3"));
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatDeliveredNothingHasEmptyCharts(ChartKind kind) throws StoreException {
        ChartData data = chart(kind, SampleRuns.nothingDelivered(), false);
        assertThat(data.table().rows()).isEmpty();
        assertThat(data.head().simulated())
                .isEqualTo(SampleRuns.nothingDelivered().run().simulatedNetwork());
    }

    private ChartData chart(ChartKind kind, RunData run, boolean published) throws StoreException {
        String id = run.run().id();
        if (store.run(id).isEmpty()) {
            SampleRuns.save(store, run);
        }
        if (!kind.ofTrial()) {
            return charts.of(kind, RunChartSource.read(store, run.run()), Metrics.BANDWIDTH, published);
        }
        int trials = run.trials().size();
        return charts.read(
                kind,
                store,
                new TrialChartSource(run.run(), trials, run.trials().get(trials - 1), run.functions()),
                Metrics.BANDWIDTH,
                published);
    }
}
