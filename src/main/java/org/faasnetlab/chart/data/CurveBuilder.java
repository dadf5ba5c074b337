package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.List;

/** Puts a curve together point by point. */
public final class CurveBuilder {
    private final List<double[]> points = new ArrayList<>();

    public CurveBuilder to(double x, double y) {
        points.add(new double[] {x, y});
        return this;
    }

    /** A line by itself, apart from what was there before. */
    public CurveBuilder line(double x1, double y1, double x2, double y2) {
        return to(x1, y1).to(x2, y2).to(x2, Double.NaN);
    }

    public Curve curve() {
        return new Curve(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }
}
