package org.faasnetlab.chart.data;

import java.util.stream.IntStream;

/**
 * A line with the area around it: low and high are its borders.
 *
 * @param low as many points as {@code middle}, at the same x
 * @param high as many points as {@code middle}, at the same x
 */
public record BandCurves(Curve low, Curve middle, Curve high) {
    public static final BandCurves NONE = new BandCurves(Curve.EMPTY, Curve.EMPTY, Curve.EMPTY);

    /** A line with the area under it. */
    public static BandCurves under(Curve line) {
        double[] x = IntStream.range(0, line.size()).mapToDouble(line::x).toArray();
        return new BandCurves(new Curve(x, new double[x.length]), line, line);
    }

    /** Numbers of the points that are finite: a border cannot be drawn through a gap. */
    public int[] drawable() {
        return IntStream.range(0, middle.size())
                .filter(point -> Double.isFinite(middle.y(point)))
                .toArray();
    }
}
