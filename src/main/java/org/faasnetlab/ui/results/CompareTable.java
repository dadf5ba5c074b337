package org.faasnetlab.ui.results;

import java.util.List;
import org.faasnetlab.analysis.ComparedCell;
import org.faasnetlab.analysis.MedianDifference;
import org.faasnetlab.analysis.SampleStatistics;
import org.faasnetlab.export.chart.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.RunRow;
import org.jspecify.annotations.Nullable;

/** The numbers of runs beside each other in words: all bandwidths in one unit, which the headings name. */
final class CompareTable {
    private final ResultWords words;
    private final BandwidthUnit unit;

    CompareTable(ResultWords words, BandwidthUnit unit) {
        this.words = words;
        this.unit = unit;
    }

    List<String> headings() {
        return List.of(
                words.get("compare.run", unit.symbol()),
                words.get("column.delivered"),
                words.get("compare.failed"),
                words.get("column.median"),
                words.get("compare.interval"),
                words.get("column.p5"),
                words.get("column.p95"),
                words.get("compare.difference"),
                words.get("compare.interval"));
    }

    List<String> row(RunRow run, ComparedCell.Sample side) {
        SampleStatistics each = side.each();
        MedianDifference difference = side.toFirst();
        String none = words.get("none");
        return List.of(
                run.title() + " (" + run.id() + ")",
                each == null ? "0" : each.n() + "",
                side.failed() + "",
                each == null ? none : signed(each.median()),
                each == null ? none : range(each.medianInterval()),
                each == null ? none : signed(each.p5()),
                each == null ? none : signed(each.p95()),
                difference == null ? none : signed(difference.shift()),
                difference == null ? none : range(difference.interval()));
    }

    private String signed(double bitsPerSecond) {
        return (bitsPerSecond < 0 ? "\u2212" : "") + unit.number(new Bandwidth(Math.abs(bitsPerSecond)));
    }

    private String range(SampleStatistics.@Nullable Range range) {
        return range == null
                ? words.get("none")
                : words.get("compare.range", signed(range.low()), signed(range.high()));
    }
}
