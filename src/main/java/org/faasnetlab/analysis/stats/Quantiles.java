package org.faasnetlab.analysis.stats;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Sample quantiles by linear interpolation between order statistics: definition 7 of Hyndman and Fan, "Sample Quantiles
 * in Statistical Packages", The American Statistician 50 (1996), the default of R and NumPy.
 */
public final class Quantiles {
    private static final Quantile DEFINITION_7 =
            Quantile.withDefaults().with(EstimationMethod.HF7).withCopy(true);

    private Quantiles() {}

    /**
     * Computes a quantile, interpolated linearly between neighbouring values.
     *
     * @param values at least one value, in any order; left as they are
     * @param share 0 to 1; 0.5 is the median
     * @throws IllegalArgumentException if there is no value
     */
    public static double of(double[] values, double share) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a quantile requires at least one value");
        }
        return DEFINITION_7.evaluate(values, share);
    }

    /** The same for several shares, faster than one after the other. */
    public static double[] of(double[] values, double[] shares) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a quantile requires at least one value");
        }
        return DEFINITION_7.evaluate(values, shares);
    }
}
