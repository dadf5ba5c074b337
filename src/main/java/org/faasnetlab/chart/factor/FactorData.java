package org.faasnetlab.chart.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.workload.Metric;
import org.jfree.chart.JFreeChart;

/**
 * A metric of functions by one factor of the experiment, in the unit in which it is shown, with a line for each
 * combination of the others.
 *
 * @param factor what stands on the axis, with its unit
 * @param overlays x in the factor, y in the unit of the metric
 */
public record FactorData(
        ChartHeading head, Metric metric, Style style, String factor, List<Line> lines, List<PublishedOverlay> overlays)
        implements ChartData {

    /** How it is drawn. */
    public enum Style {
        /** The median of a function as a line with its confidence interval. */
        LINES,
        /** The median of a function as a bar, and all functions together as a line: the form of the study of 2019. */
        BARS
    }

    /** @param name of the combination; empty if there is only one */
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
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
    public record Point(double x, boolean valid, int n, int trials, Estimate each, Estimate total, Estimate steady) {}

    public FactorData {
        lines = List.copyOf(lines);
        overlays = List.copyOf(overlays);
    }

    /** All values of the factor, those of published results too. */
    DoubleStream values() {
        return DoubleStream.concat(
                lines.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::x),
                overlays.stream().flatMapToDouble(PublishedOverlay::xValues));
    }

    /** Whether a steady total is known for any cell. */
    public boolean hasSteady() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> point.steady().isKnown());
    }

    /** The same with published results over it. */
    public FactorData withOverlays(List<PublishedOverlay> published) {
        return new FactorData(head, metric, style, factor, lines, published);
    }

    @Override
    public boolean isDrawable() {
        return lines.stream()
                        .flatMap(line -> line.points().stream())
                        .mapToDouble(Point::x)
                        .distinct()
                        .count()
                > 1;
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return FactorChart.of(this, theme, unit);
    }

    @Override
    public ChartTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Line line : lines) {
            for (Point point : line.points()) {
                List<Object> row = new ArrayList<>(List.of(
                        line.name(), point.x(), (double) point.n(), point.each().median()));
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
                row.add(point.valid() ? "yes" : "no");
                if (style == Style.BARS) {
                    addInterval(row, point.each());
                    addInterval(row, point.total());
                    if (hasSteady()) {
                        addInterval(row, point.steady());
                    }
                }
                rows.add(row);
            }
        }
        List<String> columns = new ArrayList<>(
                List.of("line", ChartTable.column(factor), "functions_finished", "median_" + metric.shownColumn()));
        columns.addAll(
                switch (style) {
                    case LINES -> interval("");
                    case BARS ->
                        hasSteady()
                                ? List.of("total_" + metric.shownColumn(), "steady_total_" + metric.shownColumn())
                                : List.of("total_" + metric.shownColumn());
                });
        columns.add("trials");
        columns.add("valid");
        if (style == Style.BARS) {
            columns.addAll(interval(""));
            columns.addAll(interval("total_"));
            if (hasSteady()) {
                columns.addAll(interval("steady_total_"));
            }
        }
        int measured = rows.size();
        for (PublishedOverlay one : overlays) {
            for (int i = 0; i < one.curve().size(); i++) {
                List<Object> row = new ArrayList<>(
                        List.of(one.name(), one.curve().x(i), "", one.curve().y(i)));
                while (row.size() < columns.size()) {
                    row.add("");
                }
                rows.add(row);
            }
        }
        return new ChartTable(columns, rows, measured);
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
