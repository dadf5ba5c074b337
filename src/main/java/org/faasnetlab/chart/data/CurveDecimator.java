package org.faasnetlab.chart.data;

/**
 * Makes a long curve as short as the screen can show: of each stretch of time only the lowest and the highest point are
 * kept, so that no peak is lost.
 */
public final class CurveDecimator {
    private CurveDecimator() {}

    /**
     * @param stretches number of stretches, about one for each pixel
     * @return at most twice as many points as stretches, or the curve itself if it has no more
     */
    public static Curve shorten(Curve curve, int stretches) {
        if (curve.size() <= 2 * stretches) {
            return curve;
        }
        double[] x = new double[2 * stretches];
        double[] y = new double[2 * stretches];
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) curve.size() * stretch / stretches);
            int to = (int) ((long) curve.size() * (stretch + 1) / stretches);
            int low = from;
            int high = from;
            for (int point = from + 1; point < to; point++) {
                low = curve.y(point) < curve.y(low) ? point : low;
                high = curve.y(point) > curve.y(high) ? point : high;
            }
            int first = Math.min(low, high);
            int second = Math.max(low, high);
            x[2 * stretch] = curve.x(first);
            y[2 * stretch] = curve.y(first);
            x[2 * stretch + 1] = curve.x(second);
            y[2 * stretch + 1] = curve.y(second);
        }
        return new Curve(x, y);
    }
}
