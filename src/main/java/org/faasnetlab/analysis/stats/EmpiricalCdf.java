package org.faasnetlab.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The empirical distribution of a sample: the share of its values that are at or below a value. */
public record EmpiricalCdf(List<Step> steps) {

    /**
     * One step of the distribution.
     *
     * @param value a value of the sample
     * @param share share of the sample at or below it, above 0 to 1
     */
    public record Step(double value, double share) {}

    public EmpiricalCdf {
        steps = List.copyOf(steps);
    }

    /**
     * Computes the share of values at or below each value.
     *
     * @param values in any order; equal ones make one step
     */
    public static EmpiricalCdf of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            if (i == sorted.length - 1 || sorted[i + 1] != sorted[i]) {
                steps.add(new Step(sorted[i], (i + 1) / (double) sorted.length));
            }
        }
        return new EmpiricalCdf(steps);
    }

    /** Share of the sample at or below a value, 0 to 1. */
    public double at(double value) {
        double share = 0;
        for (Step step : steps) {
            if (step.value() > value) {
                break;
            }
            share = step.share();
        }
        return share;
    }
}
