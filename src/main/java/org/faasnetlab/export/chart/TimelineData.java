package org.faasnetlab.export.chart;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline of one trial shows, as plain numbers. Times are seconds after T0, rates bit/s.
 *
 * @param subtitle where and how it was measured, in a few words
 * @param simulated whether the network was simulated, which the chart then says
 * @param endSecond end of the time axis
 * @param lines one for each function; empty where the band stands for them
 * @param band spread of many functions; empty where there are lines
 * @param aggregate all functions together
 * @param window the common window, or null if there is none
 */
public record TimelineData(
        String title,
        String subtitle,
        boolean simulated,
        double endSecond,
        List<Line> lines,
        String bandName,
        List<BandPoint> band,
        List<Point> aggregate,
        @Nullable Window window) {

    /** Bandwidth at a time; NaN leaves a gap. */
    public record Point(double second, double bitsPerSecond) {}

    /** Spread of bandwidths at a time. */
    public record BandPoint(double second, double p5, double median, double p95) {}

    /**
     * @param failed whether the function failed later on, which the line then shows
     */
    public record Line(String name, boolean failed, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** The common window with the aggregate bandwidth over it. */
    public record Window(double startSecond, double endSecond, Bandwidth aggregate) {}

    public TimelineData {
        lines = List.copyOf(lines);
        band = List.copyOf(band);
        aggregate = List.copyOf(aggregate);
    }
}
