package org.faasnetlab.ui.chart;

import java.util.Arrays;

/**
 * Points of one line, in order of x: x in seconds after T0, y in bit/s. A y that is not a number is a gap. Never changes,
 * so that one thread can compute it and another draw it.
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

    /** Seconds after T0. */
    public double x(int point) {
        return x[point];
    }

    /** Bandwidth in bit/s, or not a number. */
    public double y(int point) {
        return y[point];
    }

    /** The x of the last point; 0 if there is none. */
    public double lastX() {
        return x.length == 0 ? 0 : x[x.length - 1];
    }

    /** The highest y in bit/s; 0 if there is none. */
    public double highest() {
        return Arrays.stream(y).filter(Double::isFinite).max().orElse(0);
    }
}
