package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points of one line in the units of the chart that draws it; in a timeline x is seconds after T0 and y is bit/s. A y that
 * is not a number is a gap. Never changes, so that one thread can compute it and another draw it.
 */
public final class Curve {
    /** Puts a curve together point by point. */
    public static final class Builder {
        private final List<double[]> points = new ArrayList<>();

        public Builder add(double x, double y) {
            points.add(new double[] {x, y});
            return this;
        }

        /** A line by itself, apart from what was there before. */
        public Builder addSegment(double x1, double y1, double x2, double y2) {
            return add(x1, y1).add(x2, y2).add(x2, Double.NaN);
        }

        public Curve build() {
            return new Curve(
                    points.stream().mapToDouble(point -> point[0]).toArray(),
                    points.stream().mapToDouble(point -> point[1]).toArray());
        }
    }

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

    /**
     * As short as the screen can show: of each stretch of time only the lowest and the highest point, so that no peak is
     * lost, and a gap if there is one.
     *
     * @param stretches number of stretches, about one for each pixel
     * @return at most three times as many points as stretches, or this curve itself if it has at most twice as many
     */
    public Curve decimated(int stretches) {
        if (size() <= 2 * stretches) {
            return this;
        }
        Builder kept = new Builder();
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) size() * stretch / stretches);
            int to = (int) ((long) size() * (stretch + 1) / stretches);
            int low = -1;
            int high = -1;
            int gap = -1;
            for (int point = from; point < to; point++) {
                if (Double.isNaN(y[point])) {
                    gap = point;
                } else {
                    low = low < 0 || y[point] < y[low] ? point : low;
                    high = high < 0 || y[point] > y[high] ? point : high;
                }
            }
            IntStream.of(low, high, gap)
                    .filter(point -> point >= 0)
                    .sorted()
                    .forEach(point -> kept.add(x[point], y[point]));
        }
        return kept.build();
    }

    /** The highest y from one x to another, both included; 0 if there is none. */
    public double highestBetween(double from, double to) {
        double highest = 0;
        for (int point = 0; point < x.length; point++) {
            if (x[point] >= from && x[point] <= to && y[point] > highest) {
                highest = y[point];
            }
        }
        return highest;
    }

    /** The lowest y above 0 from one x to another, both included; infinity if there is none. */
    public double lowestPositiveBetween(double from, double to) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int point = 0; point < x.length; point++) {
            if (x[point] >= from && x[point] <= to && y[point] > 0 && y[point] < lowest) {
                lowest = y[point];
            }
        }
        return lowest;
    }

    /**
     * The y of the point nearest to this x: not a number in a gap, and further than the mean distance of two points
     * before the first or after the last.
     */
    public double nearestY(double at) {
        if (x.length == 0) {
            return Double.NaN;
        }
        double spacing = x.length == 1 ? 0 : (x[x.length - 1] - x[0]) / (x.length - 1);
        if (at < x[0] - spacing || at > x[x.length - 1] + spacing) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(x, at);
        if (found >= 0) {
            return y[found];
        }
        int after = Math.min(-found - 1, x.length - 1);
        int before = Math.max(after - 1, 0);
        return y[at - x[before] <= x[after] - at ? before : after];
    }

    /** The y of the last point at or before this x, of a curve that is level between points; not a number before the first. */
    public double levelY(double at) {
        int last = -1;
        for (int from = 0, to = x.length; from < to; ) {
            int middle = (from + to) >>> 1;
            if (x[middle] <= at) {
                last = middle;
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return last < 0 ? Double.NaN : y[last];
    }

    /** The lowest y; 0 if there is none. */
    public double lowest() {
        return Arrays.stream(y).filter(Double::isFinite).min().orElse(0);
    }

    /** The mean of all y; not a number if there is none. */
    public double mean() {
        return Arrays.stream(y).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /**
     * The integral from one x to another of a curve whose points are the middles of bins of equal width; a gap adds
     * nothing.
     */
    public double integral(double from, double to) {
        double width = binWidth();
        double sum = 0;
        for (int point = 0; point < x.length; point++) {
            double inside = Math.min(to, x[point] + width / 2) - Math.max(from, x[point] - width / 2);
            if (inside > 0 && Double.isFinite(y[point])) {
                sum += y[point] * inside;
            }
        }
        return sum;
    }

    private double binWidth() {
        if (x.length == 1) {
            return 2 * x[0];
        }
        double least = Double.POSITIVE_INFINITY;
        for (int point = 1; point < x.length; point++) {
            least = x[point] > x[point - 1] ? Math.min(least, x[point] - x[point - 1]) : least;
        }
        return least;
    }

    /** The highest y; 0 if there is none. */
    public double highest() {
        return Arrays.stream(y).filter(Double::isFinite).max().orElse(0);
    }
}
