package org.faasnetlab.chart.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartDrawing;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.plot.ChartSummary;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jfree.chart.JFreeChart;

/**
 * The aggregate bandwidth of several runs over time. Times are seconds after T0, rates bit/s.
 *
 * @param head says what was compared; the network is simulated if that of any run was
 */
public record ComparisonData(ChartHeading head, List<Line> lines) implements ChartData {

    /** One run, with all its functions together. */
    public record Line(Phrase name, Curve curve) {}

    public ComparisonData {
        lines = List.copyOf(lines);
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return ComparisonChart.of(this, theme, unit);
    }

    @Override
    public ChartDrawing logDrawing() {
        return LogarithmicChart.rescaling(this::draw);
    }

    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        return marks(theme, unit, run -> 0);
    }

    /** @param plotOf number of the plot of each run */
    ChartMarks marks(ChartTheme theme, BandwidthUnit unit, IntUnaryOperator plotOf) {
        BandwidthUnit one = unit.forHighest(highest());
        return ChartMarks.overTime(IntStream.range(0, lines.size())
                .mapToObj(run -> new ChartMark.Line(
                        plotOf.applyAsInt(run),
                        theme.text(lines.get(run).name()),
                        theme.line(run),
                        lines.get(run).curve(),
                        rate -> one.text(new Bandwidth(rate))))
                .toList());
    }

    @Override
    public List<Phrase> lineNames() {
        return lines.size() > 1 ? lines.stream().map(Line::name).toList() : List.of();
    }

    @Override
    public ComparisonData withoutLines(Set<Integer> numbers) {
        return new ComparisonData(
                head,
                IntStream.range(0, lines.size())
                        .mapToObj(run ->
                                numbers.contains(run) ? new Line(lines.get(run).name(), Curve.EMPTY) : lines.get(run))
                        .toList());
    }

    /** The highest rate of all runs; 0 if there is none. */
    double highest() {
        return lines.stream().mapToDouble(line -> line.curve().highest()).max().orElse(0);
    }

    /** The lowest rate above 0 of all runs; infinity if there is none. */
    double lowestPositive() {
        return lines.stream()
                .mapToDouble(
                        line -> line.curve().lowestPositiveBetween(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        BandwidthUnit one = unit.forHighest(highest());
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(Phrase.of(lines.size() == 1 ? "1 line." : "{0} lines.", lines.size()));
        for (Line line : lines) {
            sentences.add(
                    line.curve().size() == 0
                            ? Phrase.of("{0}: no data.", line.name())
                            : ChartSummary.rates(line.name(), line.curve(), one));
        }
        return sentences;
    }

    @Override
    public ChartTable table() {
        ChartTable.Lines rows = new ChartTable.Lines();
        lines.forEach(line -> rows.add(line.name().toString(), line.curve()));
        return rows.toTable("line", "second", "bit_per_s");
    }
}
