package org.faasnetlab.chart.plot;

import java.awt.Font;
import java.util.List;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Draws reference lines across a plot, each with its name and value above its right end. */
public final class ReferenceMarkers {
    private static final float LABEL_SIZE = 10.5f;
    private static final int LABEL_OPACITY = 180;

    private ReferenceMarkers() {}

    /**
     * Puts these lines in place of those that were there.
     *
     * @param highest value of the curves in bit/s; lines far above are left out
     */
    public static void show(
            XYPlot plot, List<ReferenceLine> lines, double highest, BandwidthUnit unit, ChartTheme theme) {
        plot.clearRangeMarkers();
        lines.stream()
                .filter(line -> line.isInReach(highest))
                .forEach(line -> plot.addRangeMarker(0, marker(line, unit, theme), Layer.FOREGROUND, false));
    }

    private static ValueMarker marker(ReferenceLine line, BandwidthUnit unit, ChartTheme theme) {
        ValueMarker marker = new ValueMarker(line.bandwidth().bitsPerSecond(), theme.muted(), LegendItems.reference());
        marker.setAlpha(1);
        marker.setLabel(line.text(unit));
        marker.setLabelFont(theme.font(Font.PLAIN, LABEL_SIZE));
        marker.setLabelPaint(theme.muted());
        marker.setLabelBackgroundColor(ChartTheme.withAlpha(theme.background(), LABEL_OPACITY));
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
        return marker;
    }

    /** Lines that are too far above the curves to be drawn. */
    public static List<LegendItem> legend(
            List<ReferenceLine> lines, double highest, BandwidthUnit unit, ChartTheme theme) {
        return lines.stream()
                .filter(line -> !line.isInReach(highest))
                .map(line -> LegendItems.line(
                        line.text(unit) + " (beyond the scale)", theme.muted(), LegendItems.reference()))
                .toList();
    }
}
