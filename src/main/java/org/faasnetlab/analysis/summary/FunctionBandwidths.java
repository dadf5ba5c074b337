package org.faasnetlab.analysis.summary;

import java.util.List;
import java.util.Objects;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.jspecify.annotations.Nullable;

/**
 * Distribution of the bandwidths of functions that finished, each over its own transfer. Failed functions are not
 * samples.
 *
 * @param functions number that finished, at least 1
 * @param p5 the 5th percentile, as {@link Quantiles} defines it
 * @param p95 the 95th percentile
 * @param variation coefficient of variation; null for one function
 * @param medianInterval 95 % confidence interval of the median, see {@link SampleStatistics}; null for less than 6
 */
public record FunctionBandwidths(
        int functions,
        Bandwidth median,
        Bandwidth p5,
        Bandwidth p95,
        @Nullable Double variation,
        @Nullable BandwidthRange medianInterval) {

    /** The distribution of the functions that finished, or null if none did. */
    public static @Nullable FunctionBandwidths of(List<FunctionRow> functions) {
        double[] samples = functions.stream()
                .map(FunctionRow::bandwidth)
                .filter(Objects::nonNull)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .toArray();
        return samples.length == 0 ? null : of(SampleStatistics.of(samples));
    }

    private static FunctionBandwidths of(SampleStatistics sample) {
        SampleStatistics.Range interval = sample.medianInterval();
        return new FunctionBandwidths(
                sample.n(),
                new Bandwidth(sample.median()),
                new Bandwidth(sample.p5()),
                new Bandwidth(sample.p95()),
                sample.variation(),
                interval == null
                        ? null
                        : new BandwidthRange(new Bandwidth(interval.low()), new Bandwidth(interval.high())));
    }
}
