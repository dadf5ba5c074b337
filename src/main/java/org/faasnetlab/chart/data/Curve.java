package org.faasnetlab.chart.data;

import java.util.Arrays;

/**
 * Points of one line in the units of the chart that draws it; in a timeline x is seconds after T0 and y is bit/s. A y that
 * is not a number is a gap. Never changes, so that one thread can compute it and another draw it.
 */
public final class Curve {
    public static final Curve EMPTY = new Curve(new double[0], new double[0]);

    private final double[] x;
    private final double[] y;

    /** @throws IllegalArgumentException if there are not as many x as y */
    public Curve(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
        }
        this.x = x.clone();
        this.y = y.clone();
    }

    public int size() {
        return x.length;
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    /** The x of the last point; 0 if there is none. */
    public double lastX() {
        return x.length == 0 ? 0 : x[x.length - 1];
    }

    /** The highest y; 0 if there is none. */
    public double highest() {
        return Arrays.stream(y).filter(Double::isFinite).max().orElse(0);
    }
}
