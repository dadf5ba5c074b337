package org.faasnetlab.chart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartDrawing;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.ChartSummary;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline of one trial shows. Times are seconds after T0, rates bit/s.
 *
 * @param endSecond end of the time axis
 * @param asBand whether the band stands for the functions; then only those that are picked have lines
 * @param curves as measured, in the shortest bins that the length of the trial allows
 * @param means the same lines as means over a second; empty where they would be no smoother
 * @param failed functions that failed later on, which their lines then show
 * @param window the common window with the aggregate bandwidth over it, or null if there is none
 * @param directions in a trial in both directions, the functions of each together, which are not added up; else empty
 * @param latency round-trip times of latency probes in ms, median of the functions; empty without probes
 * @param transport loss of datagrams, TCP's round-trip time, or retransmits; null if unknown
 * @param references drawn as level lines over the functions and over the aggregate, by their scope
 * @param latencyOnly whether the trial transfers nothing, so that there are no plots of rates
 */
public record TimelineData(
        ChartHeading head,
        double endSecond,
        boolean asBand,
        TrialCurves curves,
        TrialCurves means,
        Set<Integer> failed,
        @Nullable CommonWindowMean window,
        List<DirectionCurves> directions,
        List<PublishedOverlay> overlays,
        Curve latency,
        @Nullable MetricCurve transport,
        List<ReferenceLine> references,
        boolean latencyOnly)
        implements ChartData {
    /**
     * A mean over a part of the time, to mark in a chart.
     *
     * @param startSecond seconds after T0
     * @param endSecond seconds after T0
     */
    public record CommonWindowMean(double startSecond, double endSecond, Bandwidth mean) {}

    static final Phrase BAND = Phrase.of("median of the functions, shaded from the 5th to the 95th percentile");

    public TimelineData {
        failed = Set.copyOf(failed);
        directions = List.copyOf(directions);
        overlays = List.copyOf(overlays);
        references = List.copyOf(references);
    }

    /** Without latency probes and reference lines. */
    public TimelineData(
            ChartHeading head,
            double endSecond,
            boolean asBand,
            TrialCurves curves,
            TrialCurves means,
            Set<Integer> failed,
            @Nullable CommonWindowMean window,
            List<DirectionCurves> directions,
            List<PublishedOverlay> overlays) {
        this(
                head,
                endSecond,
                asBand,
                curves,
                means,
                failed,
                window,
                directions,
                overlays,
                Curve.EMPTY,
                null,
                List.of(),
                false);
    }

    /** The same with round-trip times of latency probes. */
    public TimelineData withLatency(Curve times) {
        return with(head, curves, means, overlays, times, transport, references);
    }

    /** The same with loss of datagrams, TCP's round-trip time, or retransmits. */
    public TimelineData withTransport(@Nullable MetricCurve below) {
        return with(head, curves, means, overlays, latency, below, references);
    }

    /** What a plot below the others shows; null if there is none. */
    @Nullable
    MetricCurve drawnTransport() {
        return transport != null && transport.hasShape() ? transport : null;
    }

    /** The same without rates, of a trial that transfers nothing. */
    public TimelineData withoutBandwidth() {
        return new TimelineData(
                head,
                endSecond,
                asBand,
                TrialCurves.EMPTY,
                TrialCurves.EMPTY,
                failed,
                null,
                List.of(),
                overlays,
                latency,
                null,
                List.of(),
                true);
    }

    /** As measured so far, without means. */
    public static TimelineData live(
            ChartHeading head, double endSecond, boolean asBand, TrialCurves curves, List<DirectionCurves> directions) {
        return new TimelineData(
                head, endSecond, asBand, curves, TrialCurves.EMPTY, Set.of(), null, directions, List.of());
    }

    /** The same with the lines of these functions only, where a band stands for the rest. */
    public TimelineData withSelected(Set<Integer> selected) {
        return asBand
                ? with(
                        head,
                        curves.onlyFunctions(selected),
                        means.onlyFunctions(selected),
                        overlays,
                        latency,
                        transport,
                        references)
                : this;
    }

    /** The same with these reference lines in addition. */
    public TimelineData withReferences(List<ReferenceLine> more) {
        List<ReferenceLine> all =
                Stream.concat(references.stream(), more.stream()).toList();
        return with(head, curves, means, overlays, latency, transport, all);
    }

    /** The same with another heading. */
    public TimelineData withHeading(ChartHeading heading) {
        return with(heading, curves, means, overlays, latency, transport, references);
    }

    /** The same without the lines of these functions. */
    public TimelineData without(Set<Integer> hidden) {
        return hidden.isEmpty()
                ? this
                : with(
                        head,
                        curves.withoutFunctions(hidden),
                        means.withoutFunctions(hidden),
                        overlays,
                        latency,
                        transport,
                        references);
    }

    /** Whether lines of functions are named at their ends. */
    boolean hasEndLabels() {
        return asBand || curves.lines().size() > 1;
    }

    /** Whether a single function transferred, whose aggregate is the same again. */
    boolean isOfOneFunction() {
        return !asBand && directions.isEmpty() && curves.lines().size() == 1 && curves.sumsOneFunction();
    }

    /** The same with published results over it. */
    public TimelineData withOverlays(List<PublishedOverlay> published) {
        return with(head, curves, means, published, latency, transport, references);
    }

    private TimelineData with(
            ChartHeading head,
            TrialCurves curves,
            TrialCurves means,
            List<PublishedOverlay> overlays,
            Curve latency,
            @Nullable MetricCurve transport,
            List<ReferenceLine> references) {
        return new TimelineData(
                head,
                endSecond,
                asBand,
                curves,
                means,
                failed,
                window,
                directions,
                overlays,
                latency,
                transport,
                references,
                latencyOnly);
    }

    Phrase name(TrialCurves.FunctionCurve line) {
        return Phrase.of(
                failed.contains(line.functionIndex()) ? "function {0}, failed" : "function {0}", line.functionIndex());
    }

    /** Every line a picture shows: many functions have only their band. */
    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return draw(theme, unit, false);
    }

    @Override
    public ChartDrawing logDrawing() {
        return (theme, unit) -> draw(theme, unit, true);
    }

    private JFreeChart draw(ChartTheme theme, BandwidthUnit unit, boolean logarithmic) {
        TimelineChart chart = new TimelineChart(theme);
        chart.setLogarithmic(logarithmic);
        chart.show(this, LineStyles.BY_INDEX, unit);
        chart.showTime(0, endSecond);
        return chart.chart();
    }

    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        TimelineChart chart = new TimelineChart(theme);
        chart.show(this, LineStyles.BY_INDEX, unit);
        return chart.marks();
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        return sentences(
                unit.forHighest(curves.lines().stream()
                        .mapToDouble(line -> line.curve().highest())
                        .max()
                        .orElse(0)),
                unit.forHighest(curves.aggregate().highest()));
    }

    /**
     * What it shows.
     *
     * @param ofFunctions unit of rates of single functions
     * @param ofAll unit of rates of all functions together
     */
    List<Phrase> sentences(BandwidthUnit ofFunctions, BandwidthUnit ofAll) {
        List<Phrase> sentences = new ArrayList<>();
        Curve all = curves.aggregate();
        if (all.size() > 0) {
            sentences.add(Phrase.of(
                    "Timeline of {0} s: all functions together {1} on average, at most {2}.",
                    String.format(Locale.ROOT, "%.1f", all.lastX()),
                    ofAll.text(new Bandwidth(all.integral(0, all.lastX()) / all.lastX())),
                    ofAll.text(new Bandwidth(all.highest()))));
        } else if (latency.size() == 0) {
            sentences.add(Phrase.of("Timeline without data."));
        }
        if (asBand && curves.band().middle().size() > 0) {
            sentences.add(ChartSummary.rates(BAND, curves.band().middle(), ofFunctions));
        }
        curves.lines().stream()
                .filter(line -> line.curve().size() > 0 && !isOfOneFunction())
                .forEach(line -> sentences.add(ChartSummary.rates(name(line), line.curve(), ofFunctions)));
        references.forEach(line -> sentences.add(
                Phrase.of("{0}.", line.text(line.scope() == ReferenceLine.Scope.FUNCTION ? ofFunctions : ofAll))));
        if (latency.size() > 0) {
            sentences.add(Phrase.of(
                    "Timeline of round-trip times, at most {0} ms.",
                    String.format(Locale.ROOT, "%.1f", latency.highest())));
        }
        MetricCurve below = drawnTransport();
        if (below != null) {
            sentences.add(MetricTimelineData.sentence(below.metric(), below.curve(), BandwidthUnit.AUTOMATIC));
        }
        return sentences;
    }

    @Override
    public ChartTable table() {
        ChartTable.Lines lines = new ChartTable.Lines();
        curves.lines().forEach(line -> lines.add(name(line).toString(), line.curve()));
        means.lines().forEach(line -> lines.add(name(line) + ", mean of 1 s", line.curve()));
        if (asBand) {
            lines.add("5th percentile", curves.band().low());
            lines.add("median", curves.band().middle());
            lines.add("95th percentile", curves.band().high());
        }
        if (directions.isEmpty()) {
            lines.add("all functions", curves.aggregate());
            lines.add("all functions, mean of 1 s", means.aggregate());
        }
        for (DirectionCurves each : directions) {
            lines.add("all functions, " + each.direction(), each.aggregate());
            lines.add("all functions, " + each.direction() + ", mean of 1 s", each.mean());
        }
        if (curves.hasPoints()) {
            double[] ends = {0, endSecond};
            references.forEach(each -> {
                double rate = each.bandwidth().bitsPerSecond();
                lines.addReference(each.tableName(), new Curve(ends, new double[] {rate, rate}));
            });
        }
        lines.addPublished(overlays);
        return lines.toTable("line", "second", "bit_per_s");
    }
}
