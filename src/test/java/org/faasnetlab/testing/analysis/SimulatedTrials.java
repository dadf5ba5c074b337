package org.faasnetlab.testing.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Bandwidths of functions whose trials differ from each other: each trial has a level that its functions share, and each
 * function a deviation of its own.
 *
 * @param correlation share of the variance that is between trials: the intra-class correlation, 0 to 1
 * @param functions in a trial
 */
public record SimulatedTrials(Shape shape, double correlation, int functions) {
    private static final double MEAN = 100;
    private static final double DEVIATION = 5;

    /** A distribution with mean 0 and standard deviation 1. */
    public enum Shape {
        /** Without skew or long tails. */
        NORMAL,
        /** Log-normal with a sigma of 0.5. */
        SKEWED,
        /** One trial or function in seven is far slower. */
        OUTLIERS;

        private double next(Random random) {
            double normal = random.nextGaussian();
            return switch (this) {
                case NORMAL -> normal;
                case SKEWED -> (Math.exp(normal / 2) - Math.exp(0.125)) / Math.sqrt(Math.expm1(0.25) * Math.exp(0.25));
                case OUTLIERS -> {
                    double slow = random.nextDouble() < 0.15 ? -2.5 : 0;
                    yield (0.3 * normal + slow + 0.375) / Math.sqrt(0.09 + 6.25 * 0.15 * 0.85);
                }
            };
        }
    }

    public List<double[]> draw(int trials, Random random) {
        List<double[]> drawn = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            double level = Math.sqrt(correlation) * shape.next(random);
            double[] values = new double[functions];
            for (int i = 0; i < functions; i++) {
                values[i] = MEAN + DEVIATION * (level + Math.sqrt(1 - correlation) * shape.next(random));
            }
            drawn.add(values);
        }
        return drawn;
    }
}
