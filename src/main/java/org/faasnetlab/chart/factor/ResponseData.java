package org.faasnetlab.chart.factor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartDrawing;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;

/**
 * How long a whole job took and what it would cost by one factor of the experiment, with a line for each combination of
 * the others.
 *
 * @param factor what stands on the axis, with its unit
 * @param overlays x in the factor, y the response time in seconds
 */
public record ResponseData(
        ChartHeading head, Phrase factor, List<FactorLine<Point>> lines, List<PublishedOverlay> overlays)
        implements ChartData {

    /**
     * One cell, over its trials.
     *
     * @param x value of the factor
     * @param valid false if all its trials are invalid; it is drawn hollow then
     * @param jobs number of trials
     * @param seconds from T0 until the last function had finished
     * @param usd US dollars for 1,000 such jobs; none if the memory size is unknown
     */
    public record Point(double x, boolean valid, int jobs, Estimate seconds, Estimate usd) implements FactorLine.Cell {}

    public ResponseData {
        lines = List.copyOf(lines);
        overlays = List.copyOf(overlays);
    }

    /** All values of the factor, those of published results too. */
    DoubleStream values() {
        return FactorLine.values(lines, overlays);
    }

    @Override
    public ChartDrawing logDrawing() {
        return LogarithmicChart.rescaling(this::draw);
    }

    @Override
    public List<Phrase> lineNames() {
        return FactorLine.names(lines);
    }

    @Override
    public ResponseData withoutLines(Set<Integer> numbers) {
        return new ResponseData(head, factor, FactorLine.without(lines, numbers), overlays);
    }

    @Override
    public boolean isDrawable() {
        return FactorLine.spanValues(lines);
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return ResponseChart.of(this, theme);
    }

    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        return ResponseChart.marks(this, theme);
    }

    static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f s", value);
    }

    static String usd(double value) {
        return String.format(Locale.ROOT, "%.4f USD", value);
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        FactorScale scale = FactorScale.byValue(values());
        return lines.stream()
                .filter(FactorLine::isDrawn)
                .map(line -> line.sentence(
                        point -> sentence(scale.text(point.x()), point),
                        point -> point.seconds().median(),
                        ResponseData::seconds))
                .toList();
    }

    private static Phrase sentence(String x, Point point) {
        String time = seconds(point.seconds().median());
        return point.usd().isKnown()
                ? Phrase.of("at {0} {1} and {2}", x, time, usd(point.usd().median()))
                : Phrase.of("at {0} {1}", x, time);
    }

    @Override
    public ChartTable table() {
        List<List<Object>> rows = new ArrayList<>();
        List<String> valid = new ArrayList<>();
        for (FactorLine<Point> line : lines) {
            for (Point point : line.points()) {
                rows.add(List.of(
                        line.name().toString(),
                        point.x(),
                        (double) point.jobs(),
                        point.seconds().median(),
                        orEmpty(point.usd().median()),
                        orEmpty(point.seconds().low()),
                        orEmpty(point.seconds().high()),
                        orEmpty(point.usd().low()),
                        orEmpty(point.usd().high())));
                valid.add(ChartTable.valid(point.valid()));
            }
        }
        int measured = rows.size();
        for (PublishedOverlay overlay : overlays) {
            for (int i = 0; i < overlay.curve().size(); i++) {
                rows.add(List.of(
                        overlay.name(),
                        overlay.curve().x(i),
                        "",
                        overlay.curve().y(i),
                        "",
                        "",
                        "",
                        "",
                        ""));
            }
        }
        valid.addAll(Collections.nCopies(rows.size() - valid.size(), ""));
        return new ChartTable(
                List.of(
                        "line",
                        ChartTable.column(factor.toString()),
                        "jobs",
                        "response_s",
                        "usd_per_1000_jobs",
                        "response_ci95_low_s",
                        "response_ci95_high_s",
                        "usd_ci95_low",
                        "usd_ci95_high"),
                rows,
                measured,
                valid);
    }

    private static Object orEmpty(double value) {
        return Double.isNaN(value) ? "" : value;
    }
}
