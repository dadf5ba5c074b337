package org.faasnetlab.chart.plot;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.LevelLines.LevelLine;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/** Draws reference lines across a plot, each with its name and value above its right end. */
public final class ReferenceMarkers {
    private ReferenceMarkers() {}

    /**
     * Puts these lines in place of all annotations that were there.
     *
     * @param highest value of the curves in bit/s; lines far above are left out
     * @param more levels, which are drawn in any case
     */
    public static void show(
            XYPlot plot,
            List<ReferenceLine> lines,
            double highest,
            List<LevelLine> more,
            BandwidthUnit unit,
            ChartTheme theme) {
        List<LevelLine> levels = new ArrayList<>();
        lines.stream()
                .filter(line -> line.isInReach(highest))
                .forEach(line -> levels.add(LevelLine.always(
                        theme.text(line.text(unit)), line.bandwidth().bitsPerSecond())));
        levels.addAll(more);
        LevelLines.show(plot, levels, theme);
    }

    /** Lines that are too far above the curves to be drawn; none while there are no curves. */
    public static List<LegendItem> legend(
            List<ReferenceLine> lines, double highest, BandwidthUnit unit, ChartTheme theme) {
        return lines.stream()
                .filter(line -> highest > 0 && !line.isInReach(highest))
                .map(line -> LegendItems.line(
                        theme.text(ReferenceLine.beyond(line.text(unit))), theme.text(), LegendItems.reference()))
                .toList();
    }
}
