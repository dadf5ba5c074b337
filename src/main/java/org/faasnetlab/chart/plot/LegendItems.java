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
import org.jfree.chart.LegendItem;

/** Entries of legends, and the strokes of the lines they stand for. */
public final class LegendItems {
    private static final Shape LINE = new Line2D.Double(-9, 0, 9, 0);
    private static final Shape BOX = new Rectangle2D.Double(-6, -5, 12, 10);

    private LegendItems() {}

    public static LegendItem line(String name, Color color, BasicStroke stroke) {
        return new LegendItem(name, null, null, null, LINE, stroke, color);
    }

    public static LegendItem box(String name, Color color) {
        return new LegendItem(name, null, null, null, BOX, color);
    }

    /** What hollow markers and bars mean. */
    public static LegendItem invalid(ChartTheme theme) {
        return line("hollow: the trials are invalid", ChartTheme.withAlpha(theme.muted(), 0), solid(1));
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

    public static BasicStroke dashed(double width) {
        return dashed(width, 5, 4);
    }

    /** A level that data is read against, with its name beside it. Nothing else is dash-dotted. */
    public static BasicStroke reference() {
        return dashed(1.3, 9, 3, 2, 3);
    }

    /**
     * The line of a published result: each its own dashes, so that none needs a colour. They are longer than those of
     * functions, and without the single dots of levels.
     */
    public static BasicStroke overlayStroke(int number) {
        float[][] dashes = {{14, 4}, {4, 4}, {14, 4, 4, 4}, {20, 6}, {14, 4, 4, 4, 4, 4}, {6, 2, 2, 2, 2, 2}};
        return dashed(1.6, dashes[number % dashes.length]);
    }

    private static BasicStroke dashed(double width, float... dashes) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
