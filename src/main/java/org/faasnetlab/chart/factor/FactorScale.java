package org.faasnetlab.chart.factor;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.plot.TickAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Where the values of a factor stand on its axis: each as far as it is large, or as its logarithm if they differ by more
 * than {@value #LOG_SCALE_RATIO} times, or all at the same distance.
 */
final class FactorScale {
    private static final double LOG_SCALE_RATIO = 8;

    private final DecimalFormat shortFormat =
            new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final double[] values;
    private final boolean even;
    private final boolean logarithmic;

    private FactorScale(DoubleStream values, boolean even) {
        TreeSet<Double> distinct = new TreeSet<>();
        values.forEach(distinct::add);
        this.values = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        this.even = even;
        this.logarithmic = this.values.length > 0
                && this.values[0] > 0
                && this.values[this.values.length - 1] > LOG_SCALE_RATIO * this.values[0];
    }

    static FactorScale byValue(DoubleStream values) {
        return new FactorScale(values, false);
    }

    static FactorScale evenlySpaced(DoubleStream values) {
        return new FactorScale(values, true);
    }

    /** The position of a value, which is one of those the scale was made of. */
    double position(double value) {
        if (even) {
            return Arrays.binarySearch(values, value);
        }
        return logarithmic ? Math.log(value) / Math.log(2) : value;
    }

    /** A value as its tick has it. */
    String text(double value) {
        return shortFormat.format(value);
    }

    Curve position(Curve curve) {
        Curve.Builder positioned = new Curve.Builder();
        for (int point = 0; point < curve.size(); point++) {
            positioned.add(position(curve.x(point)), curve.y(point));
        }
        return positioned.build();
    }

    List<PublishedOverlay> position(List<PublishedOverlay> overlays) {
        return overlays.stream()
                .map(overlay -> new PublishedOverlay(overlay.name(), position(overlay.curve()), overlay.source()))
                .toList();
    }

    double length() {
        return values.length < 2 ? 1 : position(values[values.length - 1]) - position(values[0]);
    }

    /**
     * An empty plot of what functions delivered over the factor.
     *
     * @param factor with its unit
     * @param upright the axis at the left, already in the theme's style
     */
    XYPlot plot(Phrase factor, ValueAxis upright, ChartTheme theme) {
        XYPlot plot = new XYPlot(null, axis(theme.text(factor), theme), upright, null);
        theme.style(plot);
        plot.setNoDataMessage(theme.text(Phrase.of("No data: no function has finished.")));
        return plot;
    }

    private NumberAxis axis(String label, ChartTheme theme) {
        SortedMap<Double, String> ticks = new TreeMap<>();
        for (double value : values) {
            ticks.put(position(value), text(value));
        }
        NumberAxis axis = new TickAxis(ticks);
        double first = values.length == 0 ? 0 : position(values[0]);
        double room = even ? 0.6 : 0.08 * length();
        axis.setRange(first - room, first + (values.length < 2 ? 0 : length()) + room);
        axis.setLabel(label);
        theme.style(axis);
        return axis;
    }
}
