package org.faasnetlab.chart.plot;

import java.util.Locale;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.Metric;
import org.jfree.chart.axis.NumberAxis;

/** The axis of a metric's values, in the unit in which they are shown. */
public final class MetricAxis {
    private MetricAxis() {}

    /**
     * An axis from 0, or one that names its unit itself for bandwidth.
     *
     * @param bandwidthLabel label of an axis of bandwidth, without the unit
     * @param spacing least distance of two ticks in points
     * @param unit of bandwidth
     * @param theme whose language the label has
     */
    public static SpacedAxis of(
            Metric metric, Phrase bandwidthLabel, double spacing, BandwidthUnit unit, ChartTheme theme) {
        if (metric.unit() == Metric.Unit.BITS_PER_SECOND) {
            BandwidthAxis axis = new BandwidthAxis(theme.text(bandwidthLabel), spacing);
            axis.setUnit(unit);
            return axis;
        }
        SpacedAxis axis = new SpacedAxis(spacing);
        axis.setLabel(theme.text(metric.headingPhrase()));
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setAutoRangeIncludesZero(true);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0.12);
        return axis;
    }

    /**
     * A value with its unit.
     *
     * @param shown in the unit in which the metric is shown
     * @param unit of bandwidth
     */
    public static String text(Metric metric, double shown, BandwidthUnit unit) {
        return metric.unit() == Metric.Unit.BITS_PER_SECOND
                ? unit.text(new Bandwidth(shown))
                : metric.text(shown / metric.unit().shown(1));
    }
}
