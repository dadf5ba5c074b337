package org.faasnetlab.chart.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.faasnetlab.analysis.stats.EmpiricalCdf;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartDrawing;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.MetricAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Metric;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a metric are spread over functions, in the unit in which it is shown: for each cell of the experiment
 * a box plot, and the share of functions at or below each value.
 *
 * @param overlays bandwidths that others published, as vertical lines from 0 to 100 %
 * @param limits known limits of a function, as vertical lines
 */
public record DistributionData(
        ChartHeading head,
        Metric metric,
        List<Group> groups,
        List<PublishedOverlay> overlays,
        List<ReferenceLine> limits)
        implements ChartData {

    /**
     * The functions of one cell.
     *
     * @param values of each function, ascending
     * @param low where the lower whisker ends: the 5th percentile, or the smallest of fewer than {@value
     *     SampleStatistics#MIN_FOR_PERCENTILES} values; then the box from the 25th to the 75th percentile with the median,
     *     and the end of the upper whisker, the 95th percentile or the largest value
     * @param valid false if all its trials are invalid; it is drawn hollow then
     * @param ecdf x is the value, y the share in per cent, as level lines
     */
    public record Group(
            Phrase name,
            List<Double> values,
            double low,
            double p25,
            double median,
            double p75,
            double high,
            boolean valid,
            Curve ecdf) {
        public Group {
            values = List.copyOf(values);
        }

        /**
         * Summarizes the functions of a cell with valid trials.
         *
         * @param sorted at least one value, ascending
         */
        public static Group of(Phrase name, double[] sorted) {
            return of(name, sorted, true);
        }

        /**
         * Summarizes the functions of a cell.
         *
         * @param sorted at least one value, ascending
         */
        public static Group of(Phrase name, double[] sorted, boolean valid) {
            boolean percentiles = sorted.length >= SampleStatistics.MIN_FOR_PERCENTILES;
            return new Group(
                    name,
                    Arrays.stream(sorted).boxed().toList(),
                    Quantiles.of(sorted, percentiles ? 0.05 : 0),
                    Quantiles.of(sorted, 0.25),
                    Quantiles.of(sorted, 0.5),
                    Quantiles.of(sorted, 0.75),
                    Quantiles.of(sorted, percentiles ? 0.95 : 1),
                    valid,
                    levels(EmpiricalCdf.of(sorted)));
        }

        /** The same without values. */
        private Group hidden() {
            return new Group(
                    name, List.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, valid, Curve.EMPTY);
        }

        /** Whether its values are not drawn. */
        boolean isHidden() {
            return values.isEmpty();
        }

        /** Whether there are enough values for the 5th and 95th percentile. */
        boolean hasPercentiles() {
            return values.size() >= SampleStatistics.MIN_FOR_PERCENTILES;
        }

        /** Up at each value, level between them. */
        private static Curve levels(EmpiricalCdf ecdf) {
            Curve.Builder levels = new Curve.Builder();
            double before = 0;
            for (EmpiricalCdf.Step step : ecdf.steps()) {
                levels.add(step.value(), before);
                before = 100 * step.share();
                levels.add(step.value(), before);
            }
            return levels.build();
        }
    }

    public DistributionData {
        groups = List.copyOf(groups);
        overlays = List.copyOf(overlays);
        limits = List.copyOf(limits);
    }

    /** Without known limits. */
    public DistributionData(ChartHeading head, Metric metric, List<Group> groups, List<PublishedOverlay> overlays) {
        this(head, metric, groups, overlays, List.of());
    }

    @Override
    public boolean isDrawable() {
        return groups.stream().mapToInt(group -> group.values().size()).sum() > 1;
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return DistributionChart.of(this, theme, unit, false);
    }

    @Override
    public @Nullable ChartDrawing logDrawing() {
        return highest() > 0 ? (theme, unit) -> DistributionChart.of(this, theme, unit, true) : null;
    }

    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        return DistributionChart.marks(this, theme, unit);
    }

    @Override
    public List<Phrase> lineNames() {
        return groups.size() > 1 ? groups.stream().map(Group::name).toList() : List.of();
    }

    @Override
    public DistributionData withoutLines(Set<Integer> numbers) {
        return new DistributionData(
                head,
                metric,
                IntStream.range(0, groups.size())
                        .mapToObj(row -> numbers.contains(row) ? groups.get(row).hidden() : groups.get(row))
                        .toList(),
                overlays,
                limits);
    }

    /** The groups whose values are drawn. */
    List<Group> drawn() {
        return groups.stream().filter(group -> !group.isHidden()).toList();
    }

    /** The highest value; 0 if there is none. */
    double highest() {
        return values().max().orElse(0);
    }

    DoubleStream values() {
        return groups.stream().flatMap(group -> group.values().stream()).mapToDouble(Double::doubleValue);
    }

    /** A value in the unit that all values of the chart have. */
    String text(double value, BandwidthUnit unit) {
        return MetricAxis.text(metric, value, unit.forHighest(highest()));
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        List<Phrase> sentences = new ArrayList<>();
        for (Group group : drawn()) {
            sentences.add(Phrase.of(
                    "{0}: median {1}, half of the values from {2} to {3} (n = {4}).",
                    group.name(),
                    text(group.median(), unit),
                    text(group.p25(), unit),
                    text(group.p75(), unit),
                    group.values().size()));
        }
        limits.forEach(limit -> sentences.add(Phrase.of("{0}.", limit.text(unit))));
        return sentences;
    }

    /** Every value with its share, and the box plot as rows of their own. */
    @Override
    public ChartTable table() {
        List<List<Object>> rows = new ArrayList<>();
        List<String> valid = new ArrayList<>();
        for (Group group : drawn()) {
            if (group.hasPercentiles()) {
                rows.add(List.of(group.name().toString(), "5th percentile", group.low(), ""));
            }
            rows.add(List.of(group.name().toString(), "25th percentile", group.p25(), ""));
            rows.add(List.of(group.name().toString(), "median", group.median(), ""));
            rows.add(List.of(group.name().toString(), "75th percentile", group.p75(), ""));
            if (group.hasPercentiles()) {
                rows.add(List.of(group.name().toString(), "95th percentile", group.high(), ""));
            }
            for (int i = 0; i < group.values().size(); i++) {
                double share = 100.0 * (i + 1) / group.values().size();
                rows.add(List.of(
                        group.name().toString(), "function", group.values().get(i), share));
            }
            valid.addAll(Collections.nCopies(rows.size() - valid.size(), ChartTable.valid(group.valid())));
        }
        if (!groups.isEmpty()) {
            limits.forEach(limit -> rows.add(
                    List.of("limit: " + limit.name(), "limit", limit.bandwidth().bitsPerSecond(), "")));
        }
        int measured = rows.size();
        for (PublishedOverlay overlay : overlays) {
            rows.add(List.of(overlay.name(), "published", overlay.curve().x(0), ""));
        }
        valid.addAll(Collections.nCopies(rows.size() - valid.size(), ""));
        return new ChartTable(List.of("cell", "value", metric.shownColumn(), "share_percent"), rows, measured, valid);
    }
}
