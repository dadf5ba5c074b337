package org.faasnetlab.chart.timeline;

import java.awt.Color;
import java.util.List;

/**
 * The values that the lines of a timeline have at one time; lines that have a gap there are left out.
 *
 * @param second seconds after T0
 * @param functions values of the upper plot
 * @param aggregate values of the lower plot
 * @param latency round-trip times, in the lowest plot
 */
public record TimelineReading(double second, List<Value> functions, List<Value> aggregate, List<Value> latency) {

    /**
     * The value of one line.
     *
     * @param name as the legend has it
     * @param bitsPerSecond the rate; of a round-trip time, milliseconds
     */
    public record Value(String name, Color color, double bitsPerSecond) {}

    /**
     * What was transferred in a part of the time.
     *
     * @param name which functions, as the legend has it
     */
    public record Transfer(String name, double bytes) {}

    public TimelineReading {
        functions = List.copyOf(functions);
        aggregate = List.copyOf(aggregate);
        latency = List.copyOf(latency);
    }
}
