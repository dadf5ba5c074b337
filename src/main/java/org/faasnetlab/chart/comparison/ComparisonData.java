package org.faasnetlab.chart.comparison;

import java.util.List;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
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
    public ChartTable table() {
        ChartTable.Lines rows = new ChartTable.Lines();
        lines.forEach(line -> rows.add(line.name().toString(), line.curve()));
        return rows.toTable("line", "second", "bit_per_s");
    }
}
