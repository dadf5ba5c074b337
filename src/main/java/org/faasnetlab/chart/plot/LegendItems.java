package org.faasnetlab.chart.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.LegendItem;

/**
 * Entries of legends, and the strokes of the lines they stand for. Dashes have one meaning: a line to compare with, which is a
 * limit, a level or a published result. What was measured is solid.
 */
public final class LegendItems {
    private static final Shape LINE = new Line2D.Double(-9, 0, 9, 0);
    private static final Shape BOX = new Rectangle2D.Double(-6, -5, 12, 10);

    private static final Color NONE = new Color(0, true);

    private LegendItems() {}

    public static LegendItem line(String name, Color color, BasicStroke stroke) {
        return new LegendItem(name, null, null, null, LINE, stroke, color);
    }

    public static LegendItem box(String name, Color color) {
        return new LegendItem(name, null, null, null, BOX, color);
    }

    /**
     * The entry of a line that users can highlight and hide.
     *
     * @param number of the line
     * @param drawn whether it has values; without any, the entry has a name only
     */
    public static LegendItem ofLine(int number, boolean drawn, LegendItem entry) {
        entry.setSeriesKey(number);
        if (!drawn) {
            entry.setLinePaint(NONE);
            entry.setFillPaint(NONE);
        }
        return entry;
    }

    /** What hollow markers and bars mean. */
    public static LegendItem invalid(ChartTheme theme) {
        return line(
                theme.text(Phrase.of("hollow: the trials are invalid")),
                ChartTheme.withAlpha(theme.muted(), 0),
                solid(1));
    }

    /** Published results, each with the line it is drawn as. */
    public static List<LegendItem> forOverlays(List<PublishedOverlay> overlays, ChartTheme theme) {
        return IntStream.range(0, overlays.size())
                .mapToObj(number -> line(overlays.get(number).name(), theme.muted(), overlayStroke(number)))
                .toList();
    }

    public static BasicStroke solid(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** What dashes mean, for a chart that has any. */
    public static LegendItem dashes(ChartTheme theme) {
        return line(
                theme.text(Phrase.of("dashes: limits, levels, published results")), theme.muted(), dashed(1.6, 5, 4));
    }

    /** A level that data is read against, with its name beside it. Nothing else is dash-dotted. */
    public static BasicStroke reference() {
        return dashed(1.3, 9, 3, 2, 3);
    }

    /** The line of a published result: each its own dashes, so that none needs a colour. They are short enough for an entry of the legend. */
    public static BasicStroke overlayStroke(int number) {
        float[][] dashes = {{7, 3}, {3, 3}, {11, 4}, {5, 2, 5, 6}, {3, 2, 3, 6}, {9, 2, 5, 2}};
        return dashed(1.6, dashes[number % dashes.length]);
    }

    private static BasicStroke dashed(double width, float... dashes) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
