package org.faasnetlab.chart.data;

import java.util.List;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;

/**
 * A bandwidth to compare what was measured with, drawn as a level line: a limit that is known, see {@link KnownLimits}, or
 * any other.
 *
 * @param name what it is, without its value
 */
public record ReferenceLine(String name, Scope scope, Bandwidth bandwidth) {

    /** A line that is further above the curves than this would leave them the lower part of the chart. */
    private static final double MAX_ABOVE = 2;

    /** Whose bandwidth it is. */
    public enum Scope {
        FUNCTION,
        ALL_FUNCTIONS
    }

    /** With its value. */
    public String text(BandwidthUnit unit) {
        return name + ": " + unit.text(bandwidth);
    }

    /**
     * Whether it is drawn: at most twice as high as the curves.
     *
     * @param highest value of the curves in bit/s
     */
    public boolean isInReach(double highest) {
        return bandwidth.bitsPerSecond() <= MAX_ABOVE * highest;
    }

    public static List<ReferenceLine> ofScope(Scope scope, List<ReferenceLine> lines) {
        return lines.stream().filter(line -> line.scope() == scope).toList();
    }

    /** The highest value of curves and of the lines that are drawn over them, in bit/s. */
    public static double highest(double ofCurves, List<ReferenceLine> lines) {
        return lines.stream()
                .filter(line -> line.isInReach(ofCurves))
                .mapToDouble(line -> line.bandwidth().bitsPerSecond())
                .reduce(ofCurves, Math::max);
    }
}
