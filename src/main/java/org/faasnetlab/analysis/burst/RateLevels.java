package org.faasnetlab.analysis.burst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.faasnetlab.analysis.stats.Quantiles;

/**
 * The levels of a transfer's rate: the piecewise-constant rate with 1 to 6 levels that describes it best.
 *
 * <p>For each number of levels, dynamic programming finds the best borders (R. Bellman, "On the Approximation of Curves
 * by Line Segments Using Dynamic Programming", Communications of the ACM 4, 1961). The standard deviation of a bin is
 * taken as proportional to its level. A bin in which one level ends and the next begins lies between both and counts for
 * neither. The number of levels is the one with the smallest modified Bayesian information criterion, three times the
 * logarithm of n for each further level (N. R. Zhang, D. O. Siegmund, Biometrics 63, 2007). Neighbouring bins are
 * correlated, so the likelihood counts for n (1 - rho) / (1 + rho) independent bins only, rho being the lag 1
 * autocorrelation of the residuals (C. W. Bayley, J. M. Hammersley, "The Effective Number of Independent Observations in
 * an Autocorrelated Time Series", Journal of the Royal Statistical Society 8, 1946).
 */
final class RateLevels {
    private static final int MAX_LEVELS = 6;
    /** Noise is at least this share of the level: clocks and counters of intervals are not more exact. */
    static final double MIN_VARIATION = 0.01;
    /** Levels below this share of the median have the noise of this level, so that a stalled bin has some. */
    private static final double LOW = 0.1;

    /** A bin within so many standard deviations of a level, and this near in the gap to the next, belongs to it. */
    private static final double NEAR = 3;

    private static final double NEAR_SHARE = 0.1;

    private static final double MIN_INDEPENDENT = 0.1;

    /**
     * One level.
     *
     * @param from first bin
     * @param to the bin after the last
     * @param rate mean rate in bytes per second
     */
    record Level(int from, int to, double rate) {}

    private final RateBins bins;
    private final double[] weights;
    private final double[] sumWeights;
    private final double[] sums;
    private final double[] squares;
    private final double lowest;
    private double independentShare = 1;
    private double variation;

    private RateLevels(RateBins bins) {
        this.bins = bins;
        int n = bins.size();
        double usual = Quantiles.of(bins.seconds(), 0.5);
        weights = Arrays.stream(bins.seconds()).map(length -> length / usual).toArray();
        sumWeights = new double[n + 1];
        sums = new double[n + 1];
        squares = new double[n + 1];
        for (int i = 0; i < n; i++) {
            double rate = bins.rates()[i];
            sumWeights[i + 1] = sumWeights[i] + weights[i];
            sums[i + 1] = sums[i] + weights[i] * rate;
            squares[i + 1] = squares[i] + weights[i] * rate * rate;
        }
        lowest = Math.max(1, LOW * Quantiles.of(bins.rates(), 0.5));
    }

    static RateLevels of(RateBins bins) {
        return new RateLevels(bins);
    }

    /** The levels in order of time. */
    List<Level> best() {
        int max = Math.max(bins.size() < 4 ? 1 : 2, Math.min(MAX_LEVELS, bins.size() / 3));
        double initial = differenceVariation();
        List<List<Level>> solutions = solve(max, initial);
        List<Level> finest = solutions.get(solutions.size() - 1);
        variation = Math.max(0.7 * initial, Math.sqrt(relativeSquares(finest) / Math.max(1, bins.size() - 2 * max)));
        variation = Math.max(MIN_VARIATION, variation);
        if (variation > 1.3 * initial || variation < initial / 1.3) {
            solutions = solve(max, variation);
            finest = solutions.get(solutions.size() - 1);
        }
        independentShare = independentShare(finest);
        List<Level> best = solutions.get(0);
        for (List<Level> candidate : solutions) {
            if (criterion(candidate, 3) < criterion(best, 3)) {
                best = candidate;
            }
        }
        return extended(best);
    }

    /** With the bins between two levels that belong to one of them, because they hardly differ from it. */
    private List<Level> extended(List<Level> levels) {
        List<Level> extended = new ArrayList<>(levels);
        for (int i = 0; i + 1 < extended.size(); i++) {
            Level before = extended.get(i);
            Level after = extended.get(i + 1);
            if (before.to() == after.from()) {
                continue;
            }
            double toBefore = distance(before, before.to());
            double toAfter = distance(after, before.to());
            double gap = Math.abs(before.rate() - after.rate());
            double off = Math.min(
                    Math.abs(bins.rates()[before.to()] - before.rate()),
                    Math.abs(bins.rates()[before.to()] - after.rate()));
            if (Math.min(toBefore, toAfter) > NEAR || off > NEAR_SHARE * gap) {
                continue;
            }
            if (toBefore <= toAfter) {
                extended.set(i, level(before.from(), after.from()));
            } else {
                extended.set(i + 1, level(before.to(), after.to()));
            }
        }
        return extended;
    }

    private Level level(int from, int to) {
        return new Level(from, to, mean(from, to));
    }

    /** In standard deviations of a bin. */
    private double distance(Level level, int bin) {
        return Math.abs(bins.rates()[bin] - level.rate()) / (variation * deviation(level.rate()));
    }

    /** Coefficient of variation of a bin about its level. */
    double variation() {
        return variation;
    }

    /**
     * The information criterion of some levels.
     *
     * @param perLevel times log n for each level after the first
     */
    double criterion(List<Level> levels, double perLevel) {
        return criterion(course(levels), 2 * levels.size(), perLevel * (levels.size() - 1));
    }

    /** The information criterion of a course of the rate with some parameters. */
    double criterion(double[] course, int first, List<Level> levels, int parameters) {
        double[] whole = course(levels);
        System.arraycopy(course, first, whole, first, course.length - first);
        return criterion(whole, parameters, parameters - 1.0);
    }

    private double criterion(double[] course, int parameters, double penalty) {
        int n = bins.size();
        double logs = 0;
        double residuals = 0;
        for (int i = 0; i < n; i++) {
            double deviation = deviation(course[i]);
            logs += 2 * weights[i] * Math.log(deviation);
            residuals += weights[i] * square((bins.rates()[i] - course[i]) / deviation);
        }
        double small = n / Math.max(1.0, n - parameters - 1.0);
        return independentShare * (n * Math.log(residuals / n + MIN_VARIATION * MIN_VARIATION) + logs)
                + penalty * small * Math.log(n);
    }

    /** The weight of a bin for a least-squares fit. */
    double weight(double expectedRate, int bin) {
        return weights[bin] / square(deviation(expectedRate));
    }

    private double deviation(double rate) {
        return Math.max(rate, lowest);
    }

    /** The rate that the levels give at each bin; a bin between two levels has its own. */
    double[] course(List<Level> levels) {
        double[] course = bins.rates().clone();
        levels.forEach(level -> Arrays.fill(course, level.from(), level.to(), level.rate()));
        return course;
    }

    /** From the differences of neighbours, which a change of level does not affect. */
    private double differenceVariation() {
        int n = bins.size();
        if (n < 3) {
            return MIN_VARIATION;
        }
        double[] differences = new double[n - 1];
        for (int i = 0; i + 1 < n; i++) {
            double mean = Math.max(lowest, (bins.rates()[i] + bins.rates()[i + 1]) / 2);
            differences[i] = square((bins.rates()[i + 1] - bins.rates()[i]) / mean) / 2;
        }
        // The median of a squared standard normal variable is 0.455.
        return Math.max(MIN_VARIATION, Math.sqrt(Quantiles.of(differences, 0.5) / 0.455));
    }

    private double relativeSquares(List<Level> levels) {
        double[] course = course(levels);
        double sum = 0;
        for (int i = 0; i < course.length; i++) {
            sum += weights[i] * square((bins.rates()[i] - course[i]) / deviation(course[i]));
        }
        return sum;
    }

    private double independentShare(List<Level> levels) {
        double products = 0;
        double sum = 0;
        double before = 0;
        double[] course = course(levels);
        for (int i = 0; i < course.length; i++) {
            double residual = (bins.rates()[i] - course[i]) / deviation(course[i]);
            products += before * residual;
            sum += residual * residual;
            before = residual;
        }
        double rho = sum == 0 ? 0 : Math.max(0, products / sum);
        return Math.max(MIN_INDEPENDENT, (1 - rho) / (1 + rho));
    }

    private static double square(double value) {
        return value * value;
    }

    /** The best levels for each number of them, from 1 to a maximum. */
    private List<List<Level>> solve(int max, double relativeNoise) {
        int n = bins.size();
        double[][] costs = new double[n][];
        for (int from = 0; from < n; from++) {
            costs[from] = new double[n - from];
            for (int to = from + 1; to <= n; to++) {
                costs[from][to - from - 1] = cost(from, to, relativeNoise);
            }
        }
        // What a bin between two levels costs: as much as one that belongs to a level on average.
        double[] between = new double[n];
        for (int i = 0; i < n; i++) {
            between[i] = weights[i] * (1 + 2 * Math.log(relativeNoise * deviation(bins.rates()[i])));
        }
        double[][] best = new double[max][n + 1];
        int[][] starts = new int[max][n + 1];
        int[][] before = new int[max][n + 1];
        double[][] rates = new double[max][n + 1];
        List<List<Level>> solutions = new ArrayList<>();
        for (int k = 0; k < max; k++) {
            Arrays.fill(best[k], Double.POSITIVE_INFINITY);
            for (int to = k + 1; to <= n; to++) {
                if (k == 0) {
                    best[0][to] = costs[0][to - 1];
                    rates[0][to] = mean(0, to);
                    continue;
                }
                for (int from = k; from < to; from++) {
                    double own = costs[from][to - from - 1];
                    if (best[k - 1][from] + own < best[k][to]) {
                        set(best, starts, before, k, to, from, from, best[k - 1][from] + own);
                    }
                    double apart = best[k - 1][from - 1] + own + between[from - 1];
                    if (apart < best[k][to] && isBetween(k, from, to, rates)) {
                        set(best, starts, before, k, to, from, from - 1, apart);
                    }
                }
                rates[k][to] = mean(starts[k][to], to);
            }
            if (best[k][n] < Double.POSITIVE_INFINITY) {
                solutions.add(trace(k, starts, before));
            }
        }
        return solutions;
    }

    private static void set(
            double[][] best, int[][] starts, int[][] before, int k, int to, int from, int end, double cost) {
        best[k][to] = cost;
        starts[k][to] = from;
        before[k][to] = end;
    }

    /** Whether the bin before a level lies between it and the one that precedes it. */
    private boolean isBetween(int k, int from, int to, double[][] rates) {
        double rate = bins.rates()[from - 1];
        double earlier = rates[k - 1][from - 1];
        double later = mean(from, to);
        return Math.min(earlier, later) <= rate && rate <= Math.max(earlier, later);
    }

    private List<Level> trace(int last, int[][] starts, int[][] before) {
        List<Level> levels = new ArrayList<>();
        int to = bins.size();
        for (int k = last; k >= 0; k--) {
            int from = starts[k][to];
            levels.add(0, level(from, to));
            to = before[k][to];
        }
        return levels;
    }

    double mean(int from, int to) {
        return (sums[to] - sums[from]) / (sumWeights[to] - sumWeights[from]);
    }

    /** Twice the negative logarithm of the likelihood, without constants. */
    private double cost(int from, int to, double relativeNoise) {
        double weight = sumWeights[to] - sumWeights[from];
        double sum = sums[to] - sums[from];
        double mean = sum / weight;
        double around = Math.max(0, squares[to] - squares[from] - sum * mean);
        double deviation = relativeNoise * deviation(mean);
        return around / (deviation * deviation) + 2 * weight * Math.log(deviation);
    }
}
