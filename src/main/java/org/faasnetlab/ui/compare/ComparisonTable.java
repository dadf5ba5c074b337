package org.faasnetlab.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.comparison.RunNames;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of several runs side by side, one row for each: all values in one unit, which the heading names. Columns
 * that would say nothing, such as failed functions where none failed, are left out.
 */
final class ComparisonTable {

    private record Column(String heading, Function<ComparedCell.Sample, String> text) {}

    private final Texts texts;
    private final Metric metric;
    private final BandwidthUnit unit;
    private final RunNames names;
    private final List<Column> columns = new ArrayList<>();

    /** @param unit of bandwidths */
    ComparisonTable(Texts texts, Metric metric, BandwidthUnit unit, RunNames names, List<ComparedCell.Sample> samples) {
        this.names = names;
        this.texts = texts;
        this.metric = metric;
        this.unit = unit;
        of("column.delivered", each -> each.values() + "", "0");
        if (samples.stream().anyMatch(side -> side.failed() > 0)) {
            columns.add(new Column(texts.get("compare.failed"), side -> side.failed() + ""));
        }
        String none = texts.get("none");
        of("compare.trials", each -> each.trials() + "", "0");
        of("column.median", each -> signed(each.median()), none);
        of("compare.interval", each -> range(each.medianInterval()), none);
        if (samples.stream()
                .map(ComparedCell.Sample::each)
                .anyMatch(each -> each != null && (each.p5() != null || each.p95() != null))) {
            of("column.p5", each -> percentile(each.p5()), none);
            of("column.p95", each -> percentile(each.p95()), none);
        }
        if (samples.stream().anyMatch(side -> side.differenceToFirst() != null)) {
            difference("compare.difference", difference -> signed(difference.shift()));
            difference("compare.interval", difference -> range(difference.interval()));
        }
    }

    private void of(String key, Function<CellStatistics, String> text, String none) {
        columns.add(new Column(texts.get(key), side -> side.each() == null ? none : text.apply(side.each())));
    }

    private void difference(String key, Function<MedianDifference, String> text) {
        columns.add(new Column(
                texts.get(key),
                side -> side.differenceToFirst() == null ? texts.get("none") : text.apply(side.differenceToFirst())));
    }

    List<String> headings() {
        List<String> headings = new ArrayList<>();
        headings.add(heading());
        columns.forEach(column -> headings.add(column.heading()));
        return headings;
    }

    /** The compared quantity with the unit of its values; sizes have theirs beside each value. */
    private String heading() {
        DomainTexts domain = new DomainTexts();
        if (metric.equals(Metrics.BANDWIDTH)) {
            return texts.get("compare.run", unit.symbol());
        }
        return switch (metric.unit()) {
            case BITS_PER_SECOND -> texts.get("compare.rate", domain.label(metric), unit.symbol());
            case BYTES -> domain.label(metric);
            case COUNT, MICROSECONDS, RATIO -> domain.heading(metric);
        };
    }

    List<String> row(RunRow run, ComparedCell.Sample side) {
        List<String> row = new ArrayList<>(List.of(names.of(run)));
        columns.forEach(column -> row.add(column.text().apply(side)));
        return row;
    }

    private String percentile(@Nullable Double value) {
        return value == null ? texts.get("compare.takes", SampleStatistics.MIN_FOR_PERCENTILES + "") : signed(value);
    }

    private String signed(double value) {
        String number = switch (metric.unit()) {
            case BITS_PER_SECOND -> unit.number(new Bandwidth(Math.abs(value)));
            case BYTES -> metric.text(Math.abs(value));
            case COUNT, MICROSECONDS, RATIO ->
                String.format(Locale.ROOT, "%,.1f", Math.abs(metric.unit().shown(value)));
        };
        return (value < 0 ? "\u2212" : "") + number;
    }

    private String range(SampleStatistics.@Nullable Range range) {
        return range == null
                ? texts.get("none")
                : texts.get("compare.range", signed(range.low()), signed(range.high()));
    }
}
