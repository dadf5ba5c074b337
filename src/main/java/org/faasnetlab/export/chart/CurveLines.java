package org.faasnetlab.export.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws curves as lines, each drawn as one path. */
final class CurveLines extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;

    CurveLines() {
        super(true, false);
        setDrawSeriesLineAsPath(true);
        setAutoPopulateSeriesPaint(false);
        setAutoPopulateSeriesStroke(false);
        // Entities serve tooltips, which are off; one for each point would cost more than the lines.
        setDefaultCreateEntities(false);
    }

    void line(int number, Color color, BasicStroke stroke) {
        if (!color.equals(getSeriesPaint(number))) {
            setSeriesPaint(number, color, false);
        }
        if (!stroke.equals(getSeriesStroke(number))) {
            setSeriesStroke(number, stroke, false);
        }
    }
}
