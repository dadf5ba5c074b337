package org.faasnetlab.testing.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.faasnetlab.chart.comparison.ComparisonData;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.distribution.DistributionData;
import org.faasnetlab.chart.factor.Estimate;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.factor.FactorLine;
import org.faasnetlab.chart.factor.ResponseData;
import org.faasnetlab.chart.gantt.GanttData;
import org.faasnetlab.chart.timeline.MetricTimelineData;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.chart.timeline.TrialCurves;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.latency.ProbeMetrics;

/** Charts of made up data with round numbers. */
public final class SampleCharts {
    private static final ChartHeading HEAD =
            new ChartHeading(Phrase.verbatim("A run"), Phrase.verbatim("This computer"), true);

    private SampleCharts() {}

    public static TimelineData timeline() {
        return timeline(2, true);
    }

    public static TimelineData timeline(int functions, boolean simulated) {
        List<TrialCurves.FunctionCurve> lines = IntStream.range(0, functions)
                .mapToObj(functionIndex ->
                        new TrialCurves.FunctionCurve(functionIndex, flat(100e6 * (functionIndex + 1))))
                .toList();
        return new TimelineData(
                new ChartHeading(Phrase.verbatim("Two functions"), Phrase.verbatim("This computer"), simulated),
                10,
                false,
                new TrialCurves(functions == 0 ? Curve.EMPTY : flat(300e6), BandCurves.NONE, lines),
                TrialCurves.EMPTY,
                Set.of(),
                functions == 0 ? null : new TimelineData.CommonWindowMean(0.1, 9.9, Bandwidth.ofMegabits(300)),
                List.of(),
                List.of());
    }

    /** Two cells of four functions each: 100 to 400 and 600 to 900 Mbit/s. */
    public static DistributionData distribution() {
        return new DistributionData(
                HEAD,
                Metrics.BANDWIDTH,
                List.of(
                        DistributionData.Group.of(Phrase.verbatim("128 MB"), new double[] {1e8, 2e8, 3e8, 4e8}),
                        DistributionData.Group.of(Phrase.verbatim("512 MB"), new double[] {6e8, 7e8, 8e8, 9e8})),
                List.of());
    }

    /** Bandwidth by memory: 100, 300 and 500 Mbit/s in three trials each. */
    public static FactorData byFactor(FactorData.Style style) {
        return new FactorData(
                HEAD,
                Metrics.BANDWIDTH,
                style,
                Phrase.verbatim("memory, MB"),
                List.of(new FactorLine<>(
                        Phrase.verbatim("upload"), List.of(point(128, 1e8), point(256, 3e8), point(512, 5e8)))),
                List.of());
    }

    private static FactorData.Point point(double memory, double median) {
        return new FactorData.Point(
                memory,
                true,
                12,
                3,
                new Estimate(median, median - 1e7, median + 1e7),
                new Estimate(2 * median, 2 * median - 1e7, 2 * median + 1e7),
                Estimate.NONE);
    }

    /** Jobs of 2 and 4 functions that took 10 and 6 s and cost 0.2 and 0.3 US dollars. */
    public static ResponseData response() {
        return new ResponseData(
                HEAD,
                Phrase.verbatim("concurrent functions"),
                List.of(new FactorLine<>(
                        Phrase.verbatim(""),
                        List.of(
                                new ResponseData.Point(
                                        2, true, 3, new Estimate(10, 9, 11), new Estimate(0.2, 0.19, 0.21)),
                                new ResponseData.Point(4, true, 1, estimate(6), estimate(0.3))))),
                List.of());
    }

    private static Estimate estimate(double median) {
        return new Estimate(median, Double.NaN, Double.NaN);
    }

    /** Function 0 from 0 to 10 s, function 1 from 1 to 6 s, where it failed. */
    public static GanttData gantt() {
        return new GanttData(
                HEAD,
                10,
                List.of(
                        new GanttData.Bar(0, 0, 10, FunctionRow.End.FINISHED),
                        new GanttData.Bar(1, 1, 6, FunctionRow.End.FAILED)),
                new Curve(new double[] {0, 1, 1, 6, 6, 10}, new double[] {1, 1, 2, 2, 1, 1}));
    }

    /** Two runs of 10 s: one with 100 Mbit/s, one with 200. */
    public static ComparisonData comparison() {
        return new ComparisonData(
                HEAD,
                List.of(
                        new ComparisonData.Line(Phrase.verbatim("monday"), flat(100e6)),
                        new ComparisonData.Line(Phrase.verbatim("tuesday"), flat(200e6))));
    }

    /** A round-trip time of 4 ms. */
    public static MetricTimelineData metric() {
        return new MetricTimelineData(HEAD, ProbeMetrics.RTT, 10, flat(4), Phrase.of("No data."));
    }

    private static Curve flat(double rate) {
        double[] seconds =
                IntStream.range(0, 100).mapToDouble(i -> i / 10.0 + 0.05).toArray();
        return new Curve(seconds, Arrays.stream(seconds).map(second -> rate).toArray());
    }
}
