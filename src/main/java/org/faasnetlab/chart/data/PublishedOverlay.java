package org.faasnetlab.chart.data;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A published result to draw over a chart.
 *
 * @param name what it is, with its source and year
 * @param curve in the units of the chart's axes
 * @param source where it was published, and what to know of how it was read
 */
public record PublishedOverlay(String name, Curve curve, String source) {

    /** Positions of its points on the horizontal axis. */
    public DoubleStream xValues() {
        return IntStream.range(0, curve.size()).mapToDouble(curve::x);
    }
}
