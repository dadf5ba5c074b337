package org.faasnetlab.chart.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws curves as lines, each drawn as one path. */
public final class CurveRenderer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;

    public CurveRenderer() {
        super(true, false);
        setDrawSeriesLineAsPath(true);
        setAutoPopulateSeriesPaint(false);
        setAutoPopulateSeriesStroke(false);
        // Entities serve tooltips, which are off; one for each point would cost more than the lines.
        setDefaultCreateEntities(false);
    }

    /** Draws no lines but a marker at each point, such as {@link #dot}. */
    public CurveRenderer markersOnly(Shape marker) {
        setDefaultLinesVisible(false);
        return withMarkers(marker);
    }

    /** Draws the outlines of markers only. */
    public CurveRenderer hollow() {
        setDefaultShapesFilled(false);
        return this;
    }

    /** Marks each point on the lines. */
    public CurveRenderer withMarkers(Shape marker) {
        setDefaultShapesVisible(true);
        setDefaultShape(marker, false);
        setAutoPopulateSeriesShape(false);
        // A path has no points to draw markers at.
        setDrawSeriesLineAsPath(false);
        return this;
    }

    public static Shape dot(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    public static Shape square(double radius) {
        return new Rectangle2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    public void line(int number, Color color, BasicStroke stroke) {
        if (!color.equals(getSeriesPaint(number))) {
            setSeriesPaint(number, color, false);
        }
        if (!stroke.equals(getSeriesStroke(number))) {
            setSeriesStroke(number, stroke, false);
        }
    }
}
