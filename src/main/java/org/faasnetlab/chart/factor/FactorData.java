package org.faasnetlab.chart.factor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartDrawing;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.plot.MetricAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Metric;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * A metric of functions by one factor of the experiment, in the unit in which it is shown, with a line for each
 * combination of the others.
 *
 * @param factor what stands on the axis, with its unit
 * @param overlays x in the factor, y in the unit of the metric
 * @param limits known limits of bandwidth, drawn as far as they are at most twice as high as what was measured
 */
public record FactorData(
        ChartHeading head,
        Metric metric,
        Style style,
        Phrase factor,
        List<FactorLine<Point>> lines,
        List<PublishedOverlay> overlays,
        List<FactorLimits.Limit> limits)
        implements ChartData {

    /** How it is drawn. */
    public enum Style {
        /** The median of a function as a line with its confidence interval. */
        LINES,
        /** The median of a function as a bar, and all functions together as a line: the form of the study of 2019. */
        BARS
    }

    /**
     * One cell.
     *
     * @param x value of the factor
     * @param valid false if all its trials are invalid; it is drawn hollow then
     * @param n functions that finished, over all repetitions
     * @param trials in which one finished
     * @param each over the trials, of the median function in each
     * @param total of all functions together, over the trials: bandwidth over the common window, other metrics aggregated
     *     as they state it
     * @param steady of all functions together after the last burst, over the trials; none if unknown or if the metric is
     *     not bandwidth
     */
    public record Point(double x, boolean valid, int n, int trials, Estimate each, Estimate total, Estimate steady)
            implements FactorLine.Cell {}

    public FactorData {
        lines = List.copyOf(lines);
        overlays = List.copyOf(overlays);
        limits = List.copyOf(limits);
    }

    /** Without known limits. */
    public FactorData(
            ChartHeading head,
            Metric metric,
            Style style,
            Phrase factor,
            List<FactorLine<Point>> lines,
            List<PublishedOverlay> overlays) {
        this(head, metric, style, factor, lines, overlays, List.of());
    }

    /** The highest value that was measured, with its interval; 0 if there is none. */
    double highest() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .flatMap(point -> style == Style.LINES
                        ? Stream.of(point.each())
                        : Stream.of(point.each(), point.total(), point.steady()))
                .filter(Estimate::isKnown)
                .mapToDouble(Estimate::top)
                .max()
                .orElse(0);
    }

    /** The same with known limits of bandwidth. */
    public FactorData withLimits(List<FactorLimits.Limit> known) {
        return new FactorData(head, metric, style, factor, lines, overlays, known);
    }

    /** All values of the factor, those of published results too. */
    DoubleStream values() {
        return FactorLine.values(lines, overlays);
    }

    /** Whether a steady total is known for any cell. */
    public boolean hasSteady() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> point.steady().isKnown());
    }

    /** The same with published results over it. */
    public FactorData withOverlays(List<PublishedOverlay> published) {
        return new FactorData(head, metric, style, factor, lines, published, limits);
    }

    @Override
    public @Nullable ChartDrawing logDrawing() {
        return style == Style.LINES ? LogarithmicChart.rescaling(this::draw) : null;
    }

    @Override
    public List<Phrase> lineNames() {
        return FactorLine.names(lines);
    }

    @Override
    public FactorData withoutLines(Set<Integer> numbers) {
        return new FactorData(head, metric, style, factor, FactorLine.without(lines, numbers), overlays, limits);
    }

    @Override
    public boolean isDrawable() {
        return FactorLine.spanValues(lines);
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return FactorChart.of(this, theme, unit);
    }

    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        return FactorChart.marks(this, theme, unit);
    }

    /** A value in the unit that all values of the chart have. */
    String text(double value, BandwidthUnit unit) {
        return MetricAxis.text(metric, value, unit.forHighest(highest()));
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        FactorScale scale = FactorScale.byValue(values());
        List<Phrase> sentences = new ArrayList<>();
        lines.stream()
                .filter(FactorLine::isDrawn)
                .forEach(line -> sentences.add(line.sentence(
                        point -> sentence(scale.text(point.x()), point, unit),
                        point -> point.each().median(),
                        median -> text(median, unit))));
        limits.forEach(limit -> sentences.add(Phrase.of("{0}.", limit.text(unit))));
        return sentences;
    }

    private Phrase sentence(String x, Point point, BandwidthUnit unit) {
        Phrase median = Phrase.of("median {0}", text(point.each().median(), unit));
        Phrase each = point.each().hasInterval()
                ? Phrase.of(
                        "{0} (95 % CI {1} to {2})",
                        median,
                        text(point.each().low(), unit),
                        text(point.each().high(), unit))
                : median;
        return style == Style.BARS && point.total().isKnown()
                ? Phrase.of(
                        "at {0} {1}, all functions together {2}",
                        x, each, text(point.total().median(), unit))
                : Phrase.of("at {0} {1}", x, each);
    }

    @Override
    public ChartTable table() {
        List<List<Object>> rows = new ArrayList<>();
        List<String> valid = new ArrayList<>();
        for (FactorLine<Point> line : lines) {
            for (Point point : line.points()) {
                List<Object> row = new ArrayList<>(List.of(
                        line.name().toString(),
                        point.x(),
                        (double) point.n(),
                        point.each().median()));
                switch (style) {
                    case LINES -> addInterval(row, point.each());
                    case BARS -> {
                        row.add(orEmpty(point.total().median()));
                        if (hasSteady()) {
                            row.add(orEmpty(point.steady().median()));
                        }
                    }
                }
                row.add((double) point.trials());
                if (style == Style.BARS) {
                    addInterval(row, point.each());
                    addInterval(row, point.total());
                    if (hasSteady()) {
                        addInterval(row, point.steady());
                    }
                }
                rows.add(row);
                valid.add(ChartTable.valid(point.valid()));
            }
        }
        List<String> columns = new ArrayList<>(List.of(
                "line", ChartTable.column(factor.toString()), "functions_finished", "median_" + metric.shownColumn()));
        columns.addAll(
                switch (style) {
                    case LINES -> interval("");
                    case BARS ->
                        hasSteady()
                                ? List.of("total_" + metric.shownColumn(), "steady_total_" + metric.shownColumn())
                                : List.of("total_" + metric.shownColumn());
                });
        columns.add("trials");
        if (style == Style.BARS) {
            columns.addAll(interval(""));
            columns.addAll(interval("total_"));
            if (hasSteady()) {
                columns.addAll(interval("steady_total_"));
            }
        }
        if (!rows.isEmpty()) {
            limits.forEach(limit -> addCurve(rows, "limit: " + limit.name(), limit.curve(), columns.size()));
        }
        int measured = rows.size();
        for (PublishedOverlay overlay : overlays) {
            addCurve(rows, overlay.name(), overlay.curve(), columns.size());
        }
        valid.addAll(Collections.nCopies(rows.size() - valid.size(), ""));
        return new ChartTable(columns, rows, measured, valid);
    }

    /** Rows with values of the factor and the metric only. */
    private static void addCurve(List<List<Object>> rows, String name, Curve curve, int columns) {
        for (int i = 0; i < curve.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(name, curve.x(i), "", curve.y(i)));
            while (row.size() < columns) {
                row.add("");
            }
            rows.add(row);
        }
    }

    private List<String> interval(String of) {
        return List.of(of + "ci95_low_" + metric.shownColumn(), of + "ci95_high_" + metric.shownColumn());
    }

    private static void addInterval(List<Object> row, Estimate estimate) {
        row.add(orEmpty(estimate.low()));
        row.add(orEmpty(estimate.high()));
    }

    private static Object orEmpty(double value) {
        return Double.isNaN(value) ? "" : value;
    }
}
