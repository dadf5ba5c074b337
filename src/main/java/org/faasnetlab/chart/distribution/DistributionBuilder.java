package org.faasnetlab.chart.distribution;

import java.util.Arrays;
import org.faasnetlab.analysis.stats.EmpiricalCdf;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.chart.data.Curve;

/** Makes a sample into its box plot and the line of its distribution. */
public final class DistributionBuilder {
    private DistributionBuilder() {}

    /** @param sorted at least one value, rising */
    public static DistributionData.Group group(String name, double[] sorted) {
        return new DistributionData.Group(
                name,
                Arrays.stream(sorted).boxed().toList(),
                Quantiles.of(sorted, 0.05),
                Quantiles.of(sorted, 0.25),
                Quantiles.of(sorted, 0.5),
                Quantiles.of(sorted, 0.75),
                Quantiles.of(sorted, 0.95),
                steps(EmpiricalCdf.of(sorted)));
    }

    /** Up at each value, level between them. */
    private static Curve steps(EmpiricalCdf ecdf) {
        int count = ecdf.steps().size();
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        double before = 0;
        for (int i = 0; i < count; i++) {
            EmpiricalCdf.Step step = ecdf.steps().get(i);
            x[2 * i] = step.value();
            y[2 * i] = before;
            before = 100 * step.share();
            x[2 * i + 1] = step.value();
            y[2 * i + 1] = before;
        }
        return new Curve(x, y);
    }
}
