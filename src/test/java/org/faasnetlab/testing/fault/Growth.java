package org.faasnetlab.testing.fault;

import java.util.Arrays;
import java.util.List;

/**
 * How much a quantity grew in the second half of a series of samples: a line by least squares through the medians of ten
 * parts, so that single peaks do not count. The last 3 % are left out, in which the program stops.
 */
public final class Growth {
    private static final int PARTS = 10;
    private static final double BEGIN = 0.5;
    private static final double END = 0.97;

    private Growth() {}

    /**
     * The growth relative to the line's value at the middle of the series: 0.05 is 5 %, negative if it shrank.
     *
     * @param samples at equal distances in time, at least 40
     */
    public static double ofSecondHalf(List<Long> samples) {
        int first = (int) Math.ceil(samples.size() * BEGIN);
        int last = (int) (samples.size() * END);
        if (last - first < PARTS) {
            throw new IllegalArgumentException(samples.size() + " samples are too few for a growth");
        }
        double[] medians = new double[PARTS];
        for (int part = 0; part < PARTS; part++) {
            long[] sorted = samples
                    .subList(first + (last - first) * part / PARTS, first + (last - first) * (part + 1) / PARTS)
                    .stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            medians[part] = sorted[sorted.length / 2];
        }
        double mean = Arrays.stream(medians).average().orElseThrow();
        double middle = (PARTS - 1) / 2.0;
        double covariance = 0;
        double variance = 0;
        for (int part = 0; part < PARTS; part++) {
            covariance += (part - middle) * (medians[part] - mean);
            variance += (part - middle) * (part - middle);
        }
        double slope = covariance / variance;
        double begin = mean - slope * PARTS / 2;
        return begin <= 0 ? 0 : slope * PARTS / begin;
    }
}
