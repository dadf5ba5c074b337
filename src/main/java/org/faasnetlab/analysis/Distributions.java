package org.faasnetlab.analysis;

import java.util.Arrays;
import org.faasnetlab.export.chart.Curve;
import org.faasnetlab.export.chart.DistributionData;

/** Makes a sample into its box plot and the line of its distribution. */
final class Distributions {
    private Distributions() {}

    /** @param sorted at least one value, rising */
    static DistributionData.Group group(String name, double[] sorted) {
        return new DistributionData.Group(
                name,
                Arrays.stream(sorted).boxed().toList(),
                Quantiles.of(sorted, 0.05),
                Quantiles.of(sorted, 0.25),
                Quantiles.of(sorted, 0.5),
                Quantiles.of(sorted, 0.75),
                Quantiles.of(sorted, 0.95),
                steps(Ecdf.of(sorted)));
    }

    /** Up at each value, level between them. */
    private static Curve steps(Ecdf ecdf) {
        int count = ecdf.steps().size();
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        double before = 0;
        for (int i = 0; i < count; i++) {
            Ecdf.Step step = ecdf.steps().get(i);
            x[2 * i] = step.value();
            y[2 * i] = before;
            before = 100 * step.share();
            x[2 * i + 1] = step.value();
            y[2 * i + 1] = before;
        }
        return new Curve(x, y);
    }
}
