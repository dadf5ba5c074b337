package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.List;
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

    /** Numbers of the points that are finite, in the pieces between gaps. */
    public List<int[]> pieces() {
        List<int[]> pieces = new ArrayList<>();
        int from = 0;
        while (from < middle.size()) {
            int end = from;
            while (end < middle.size() && Double.isFinite(middle.y(end))) {
                end++;
            }
            if (end > from) {
                pieces.add(IntStream.range(from, end).toArray());
            }
            from = end + 1;
        }
        return pieces;
    }
}
