package org.faasnetlab.analysis.burst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate that changes gradually: a polynomial of degree 1 to 3, or an exponential approach to a final rate, by weighted
 * least squares. It competes with the levels of {@link RateLevels}, because a few levels approximate any course, so
 * that a drift could be mistaken for a burst.
 *
 * @param start rate at its start in bytes per second
 * @param settled rate after the time that a slow start can take
 * @param end rate at the end of the transfer in bytes per second
 */
record SmoothCourse(double start, double settled, double end) {
    private static final int MAX_DEGREE = 3;
    /** Twice the parameters of the widest family. */
    private static final int MIN_BINS = 8;
    /** The shortest time constant of the exponential in seconds; a shorter one is a step for intervals of 100 ms. */
    private static final double MIN_TIME_CONSTANT = 0.5;

    private static final double NEXT_TIME_CONSTANT = 1.15;
    /**
     * One rate is kept, and several levels are not, unless the information criterion differs by this much: very strong
     * evidence (R. E. Kass, A. E. Raftery, "Bayes Factors", Journal of the American Statistical Association 90, 1995).
     */
    private static final double STRONG_EVIDENCE = 10;

    /**
     * The best course from a bin on, or null if the levels clearly describe the transfer better.
     *
     * @param slowStart seconds that a slow start can take
     * @param levels of the whole transfer
     */
    static @Nullable SmoothCourse betterThan(
            RateLevels fit, List<RateLevels.Level> levels, RateBins bins, int first, double slowStart) {
        if (bins.size() - first < MIN_BINS) {
            return null;
        }
        double[] times = times(bins);
        SmoothCourse best = null;
        double smallest = fit.criterion(levels, 3) + (levels.size() > 1 ? STRONG_EVIDENCE : -STRONG_EVIDENCE);
        for (double[][] basis : candidates(times, first)) {
            double[] course = course(fit, levels, bins, first, basis);
            // The time constant is a parameter too.
            int parameters = basis.length + (basis.length == 2 ? 1 : 0);
            double criterion = fit.criterion(course, first, levels, parameters);
            if (criterion < smallest) {
                smallest = criterion;
                best = new SmoothCourse(
                        Math.max(0, course[first]),
                        Math.max(0, course[Math.max(first, firstAfter(times, slowStart))]),
                        Math.max(0, course[course.length - 1]));
            }
        }
        return best;
    }

    /** How many times faster its faster end is, without the time that a slow start can take. */
    double ratio() {
        return Math.max(settled, end) / Math.max(1, Math.min(settled, end));
    }

    private static int firstAfter(double[] times, double seconds) {
        int bin = 0;
        while (bin < times.length - 1 && times[bin] < seconds) {
            bin++;
        }
        return bin;
    }

    /** For each candidate, the values of its functions at each bin. */
    private static List<double[][]> candidates(double[] times, int first) {
        double length = times[times.length - 1] - times[first];
        double[][] powers = new double[MAX_DEGREE + 1][times.length];
        for (int bin = 0; bin < times.length; bin++) {
            powers[0][bin] = 1;
            for (int power = 1; power <= MAX_DEGREE; power++) {
                powers[power][bin] = powers[power - 1][bin] * (times[bin] - times[first]) / length;
            }
        }
        List<double[][]> candidates = new ArrayList<>();
        for (int degree = 1; degree <= MAX_DEGREE; degree++) {
            candidates.add(Arrays.copyOf(powers, degree + 1));
        }
        for (double constant = MIN_TIME_CONSTANT; constant < length; constant *= NEXT_TIME_CONSTANT) {
            double[] decay = new double[times.length];
            for (int bin = first; bin < times.length; bin++) {
                decay[bin] = Math.exp((times[first] - times[bin]) / constant);
            }
            candidates.add(new double[][] {powers[0], decay});
        }
        return candidates;
    }

    private static double[] course(
            RateLevels fit, List<RateLevels.Level> levels, RateBins bins, int first, double[][] basis) {
        int n = basis.length;
        double[][] equations = new double[n][n + 1];
        double[] expected = fit.course(levels);
        for (int bin = first; bin < bins.size(); bin++) {
            double weight = fit.weight(expected[bin], bin);
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < n; column++) {
                    equations[row][column] += weight * basis[row][bin] * basis[column][bin];
                }
                equations[row][n] += weight * basis[row][bin] * bins.rates()[bin];
            }
        }
        double[] factors = solve(equations);
        double[] course = new double[bins.size()];
        for (int bin = first; bin < course.length; bin++) {
            for (int i = 0; i < n; i++) {
                course[bin] += factors[i] * basis[i][bin];
            }
        }
        return course;
    }

    /** Gauss and Jordan's elimination with pivoting. */
    private static double[] solve(double[][] equations) {
        int n = equations.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(equations[row][column]) > Math.abs(equations[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = equations[column];
            equations[column] = equations[pivot];
            equations[pivot] = swapped;
            for (int row = 0; row < n; row++) {
                if (row == column || equations[column][column] == 0) {
                    continue;
                }
                double factor = equations[row][column] / equations[column][column];
                for (int i = column; i <= n; i++) {
                    equations[row][i] -= factor * equations[column][i];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = equations[i][i] == 0 ? 0 : equations[i][n] / equations[i][i];
        }
        return solution;
    }

    /** The middle of each bin in seconds. */
    private static double[] times(RateBins bins) {
        double[] times = new double[bins.size()];
        double end = 0;
        for (int i = 0; i < times.length; i++) {
            times[i] = end + bins.seconds()[i] / 2;
            end += bins.seconds()[i];
        }
        return times;
    }
}
