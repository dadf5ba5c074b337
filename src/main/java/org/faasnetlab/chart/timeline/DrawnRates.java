package org.faasnetlab.chart.timeline;

import java.util.List;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.BandwidthAxis;
import org.faasnetlab.format.BandwidthUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rates that a plot of a timeline draws, in bit/s, which its axis is scaled to.
 *
 * @param curves over the whole time
 * @param window a mean that is marked over a part of the time; null if there is none
 * @param references level lines, of which those that are too far above the rest are not drawn
 */
record DrawnRates(List<Curve> curves, TimelineData.@Nullable CommonWindowMean window, List<ReferenceLine> references) {
    DrawnRates {
        curves = List.copyOf(curves);
        references = List.copyOf(references);
    }

    /** The highest rate without reference lines; 0 if there is none. */
    double highest() {
        return highest(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private double highest(double from, double to) {
        double highest = curves.stream()
                .mapToDouble(curve -> curve.highestBetween(from, to))
                .max()
                .orElse(0);
        return window != null && window.startSecond() < to && window.endSecond() > from
                ? Math.max(highest, window.mean().bitsPerSecond())
                : highest;
    }

    /** The unit in which all of them are shown, if another is not chosen. */
    BandwidthUnit unit(BandwidthUnit chosen) {
        return chosen.forHighest(ReferenceLine.highest(highest(), references));
    }

    /** Scales an axis to what is drawn from one second to another, from 0 unless it is logarithmic. */
    void scale(BandwidthAxis axis, double from, double to, boolean logarithmic) {
        double highest = highest(from, to);
        double lowest = curves.stream()
                .mapToDouble(curve -> curve.lowestPositiveBetween(from, to))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        axis.fit(
                ReferenceLine.lowest(lowest, highest, references),
                ReferenceLine.highest(highest, references),
                logarithmic);
    }
}
