package org.faasnetlab.analysis.stats;

/**
 * A straight line through points, y = intercept + slope x.
 *
 * @param squaredError sum of the squared vertical distances of the points from it
 */
public record StraightLine(double intercept, double slope, double squaredError) {

    public double at(double x) {
        return intercept + slope * x;
    }

    /** The x at which two lines intersect; not finite if they are parallel. */
    public double meets(StraightLine other) {
        return (other.intercept - intercept) / (slope - other.slope);
    }
}
