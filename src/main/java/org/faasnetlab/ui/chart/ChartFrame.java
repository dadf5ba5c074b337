package org.faasnetlab.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.faasnetlab.export.chart.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** What all charts of the window have in common around their lines: axes, grid, fonts and colours. */
final class ChartFrame {
    /** The one font of a chart in the window. */
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** The same for all charts, so that charts of the same time stand exactly below each other. */
    private static final double LABEL_WIDTH = 76;

    private ChartFrame() {}

    static void arrange(JFreeChart chart, XYPlot plot) {
        chart.setPadding(new RectangleInsets(4, 0, 0, 14));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setNoDataMessageFont(FONT);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        arrange((NumberAxis) plot.getDomainAxis(), new RectangleInsets(2, 16, 2, 16));
        arrange((NumberAxis) plot.getRangeAxis(), new RectangleInsets(9, 2, 9, 6));
        AxisSpace left = new AxisSpace();
        left.setLeft(LABEL_WIDTH);
        plot.setFixedRangeAxisSpace(left);
        plot.getRangeAxis().setAxisLineVisible(false);
    }

    static void paint(JFreeChart chart, XYPlot plot, ChartTheme look) {
        chart.setBackgroundPaint(look.background());
        plot.setBackgroundPaint(look.background());
        plot.setRangeGridlinePaint(look.grid());
        plot.setNoDataMessagePaint(look.muted());
        paint(plot.getDomainAxis(), look.muted());
        paint(plot.getRangeAxis(), look.muted());
        plot.getDomainAxis().setAxisLinePaint(look.grid());
    }

    /** @param labelInsets room around a tick's label; more room makes fewer ticks */
    private static void arrange(NumberAxis axis, RectangleInsets labelInsets) {
        axis.setTickLabelInsets(labelInsets);
        axis.setLabelFont(FONT);
        axis.setTickLabelFont(FONT);
        axis.setTickMarksVisible(false);
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }

    private static void paint(ValueAxis axis, Color colour) {
        axis.setLabelPaint(colour);
        axis.setTickLabelPaint(colour);
    }
}
