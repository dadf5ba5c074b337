package org.faasnetlab.chart.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.theme.ChartTheme;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;

/** Curves of a plot that are drawn alike, each in its own colour and stroke; what is added later lies on top. */
public final class CurveLayer {
    private final List<Curve> curves = new ArrayList<>();
    private final CurveRenderer renderer;

    public CurveLayer(CurveRenderer renderer) {
        this.renderer = renderer;
    }

    public CurveLayer add(Curve curve, Color color, BasicStroke stroke) {
        renderer.line(curves.size(), color, stroke);
        curves.add(curve);
        return this;
    }

    /** Adds the layer on top of a plot and returns the number of its dataset. */
    public int addTo(XYPlot plot) {
        CurveDataset dataset = new CurveDataset();
        dataset.show(curves);
        int number = plot.getDatasetCount();
        plot.setDataset(number, dataset);
        plot.setRenderer(number, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return number;
    }

    /** The published results over a chart. */
    public static CurveLayer ofOverlays(List<PublishedOverlay> overlays, ChartTheme theme, CurveRenderer renderer) {
        CurveLayer layer = new CurveLayer(renderer);
        for (int number = 0; number < overlays.size(); number++) {
            layer.add(overlays.get(number).curve(), theme.muted(), LegendItems.overlayStroke(number));
        }
        return layer;
    }
}
