package org.faasnetlab.analysis;

/**
 * A straight line through points, y = intercept + slope x.
 *
 * @param squaredError sum of the squared distances of the points from it, along y
 */
record Line(double intercept, double slope, double squaredError) {

    double at(double x) {
        return intercept + slope * x;
    }

    /** The x at which two lines meet; not finite if they are parallel. */
    double meets(Line other) {
        return (other.intercept - intercept) / (slope - other.slope);
    }
}
