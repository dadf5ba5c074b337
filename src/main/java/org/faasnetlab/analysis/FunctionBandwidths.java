package org.faasnetlab.analysis;

import java.util.List;
import java.util.Objects;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.jspecify.annotations.Nullable;

/**
 * How the bandwidths of functions that finished are spread, each over its own transfer. Failed functions are no
 * samples.
 *
 * @param p5 the 5th percentile, as {@link Quantiles} defines it
 * @param p95 the 95th percentile
 */
public record FunctionBandwidths(int functions, Bandwidth median, Bandwidth p5, Bandwidth p95) {

    /** The spread of the functions that finished, or null if none did. */
    static @Nullable FunctionBandwidths of(List<FunctionRow> functions) {
        double[] samples = functions.stream()
                .map(FunctionRow::bandwidth)
                .filter(Objects::nonNull)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .toArray();
        return samples.length == 0
                ? null
                : new FunctionBandwidths(
                        samples.length, quantile(samples, 0.5), quantile(samples, 0.05), quantile(samples, 0.95));
    }

    private static Bandwidth quantile(double[] samples, double share) {
        return new Bandwidth(Quantiles.of(samples, share));
    }
}
