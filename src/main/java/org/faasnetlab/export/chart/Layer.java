package org.faasnetlab.export.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;

/** Curves of a plot that are drawn alike, each in its own colour and stroke; what is added later lies on top. */
final class Layer {
    private final List<Curve> curves = new ArrayList<>();
    private final CurveLines renderer;

    Layer(CurveLines renderer) {
        this.renderer = renderer;
    }

    Layer add(Curve curve, Color color, BasicStroke stroke) {
        renderer.line(curves.size(), color, stroke);
        curves.add(curve);
        return this;
    }

    /** @return number of the dataset in the plot */
    int putOn(XYPlot plot) {
        CurveDataset dataset = new CurveDataset();
        dataset.show(curves);
        int number = plot.getDatasetCount();
        plot.setDataset(number, dataset);
        plot.setRenderer(number, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return number;
    }

    /** The published results over a chart. */
    static Layer published(List<Overlay> overlays, ChartTheme theme, CurveLines renderer) {
        Layer layer = new Layer(renderer);
        for (int number = 0; number < overlays.size(); number++) {
            layer.add(overlays.get(number).curve(), theme.muted(), Legends.overlay(number));
        }
        return layer;
    }
}
