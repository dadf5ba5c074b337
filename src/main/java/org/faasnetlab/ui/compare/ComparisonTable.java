package org.faasnetlab.ui.compare;

import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** The numbers of several runs side by side: all values in one unit, which the headings name. */
final class ComparisonTable {
    private final Texts texts;
    private final Metric metric;
    private final BandwidthUnit unit;
    private final RunNames names;

    /** @param unit of bandwidths */
    ComparisonTable(Texts texts, Metric metric, BandwidthUnit unit, RunNames names) {
        this.names = names;
        this.texts = texts;
        this.metric = metric;
        this.unit = unit;
    }

    List<String> headings() {
        return List.of(
                metric.equals(Metrics.BANDWIDTH) ? texts.get("compare.run", unit.symbol()) : metric.heading(),
                texts.get("column.delivered"),
                texts.get("compare.failed"),
                texts.get("compare.trials"),
                texts.get("column.median"),
                texts.get("compare.interval"),
                texts.get("column.p5"),
                texts.get("column.p95"),
                texts.get("compare.difference"),
                texts.get("compare.interval"));
    }

    List<String> row(RunRow run, ComparedCell.Sample side) {
        CellStatistics each = side.each();
        MedianDifference difference = side.differenceToFirst();
        String none = texts.get("none");
        return List.of(
                names.of(run),
                each == null ? "0" : each.values() + "",
                side.failed() + "",
                each == null ? "0" : each.trials() + "",
                each == null ? none : signed(each.median()),
                each == null ? none : range(each.medianInterval()),
                each == null ? none : percentile(each.p5()),
                each == null ? none : percentile(each.p95()),
                difference == null ? none : signed(difference.shift()),
                difference == null ? none : range(difference.interval()));
    }

    private String percentile(@Nullable Double value) {
        return value == null ? texts.get("compare.takes", SampleStatistics.MIN_FOR_PERCENTILES + "") : signed(value);
    }

    private String signed(double value) {
        String number = metric.equals(Metrics.BANDWIDTH)
                ? unit.number(new Bandwidth(Math.abs(value)))
                : String.format(Locale.ROOT, "%,.1f", Math.abs(metric.unit().shown(value)));
        return (value < 0 ? "\u2212" : "") + number;
    }

    private String range(SampleStatistics.@Nullable Range range) {
        return range == null
                ? texts.get("none")
                : texts.get("compare.range", signed(range.low()), signed(range.high()));
    }
}
