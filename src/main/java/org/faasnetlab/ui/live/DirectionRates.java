package org.faasnetlab.ui.live;

import java.util.List;
import java.util.Objects;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Bandwidth of the functions of a trial that transfer in the same direction. Unknown numbers are null.
 *
 * @param direction download or upload
 * @param aggregate sum of the rates that the active functions had in their last second; after the trial, the mean over
 *     the common window
 * @param median median of the functions' rates, as the table shows them
 * @param low 5th percentile of the same, or the smallest of fewer than {@value SampleStatistics#MIN_FOR_PERCENTILES}
 * @param high 95th percentile of the same, or the largest
 * @param percentiles whether there are enough of them for percentiles
 */
record DirectionRates(
        Direction direction,
        @Nullable Bandwidth aggregate,
        @Nullable Bandwidth median,
        @Nullable Bandwidth low,
        @Nullable Bandwidth high,
        boolean percentiles) {

    static DirectionRates of(Direction direction, List<FunctionSnapshot> functions, @Nullable Bandwidth aggregate) {
        double[] rates = functions.stream()
                .map(FunctionSnapshot::rate)
                .filter(Objects::nonNull)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .toArray();
        boolean percentiles = rates.length >= SampleStatistics.MIN_FOR_PERCENTILES;
        return new DirectionRates(
                direction,
                aggregate,
                quantile(rates, 0.5),
                quantile(rates, percentiles ? 0.05 : 0),
                quantile(rates, percentiles ? 0.95 : 1),
                percentiles);
    }

    private static @Nullable Bandwidth quantile(double[] rates, double share) {
        return rates.length == 0 ? null : new Bandwidth(Quantiles.of(rates, share));
    }
}
