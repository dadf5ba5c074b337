package org.faasnetlab.analysis.summary;

import java.util.List;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.WorkloadType;
import org.jspecify.annotations.Nullable;

/**
 * Distribution of the bandwidths of one trial's functions that finished, each over its own transfer, or of the rates that a
 * workload states instead, see {@link WorkloadType#rateMetric}. Failed functions
 * are not samples. The intervals are those of the functions in this trial: what another trial would measure may lie
 * outside of them.
 *
 * @param functions number that finished, at least 1
 * @param p5 the 5th percentile, as {@link Quantiles} defines it; null if the functions are too few for one, see {@link
 *     SampleStatistics}
 * @param p95 the 95th percentile, likewise
 * @param variation coefficient of variation; null for one function
 * @param medianInterval 95 % confidence interval of the median; null for one function
 * @param p5Interval null if the functions are too few for one
 * @param p95Interval likewise
 */
public record FunctionBandwidths(
        int functions,
        Bandwidth median,
        @Nullable Bandwidth p5,
        @Nullable Bandwidth p95,
        @Nullable Double variation,
        @Nullable BandwidthRange medianInterval,
        @Nullable BandwidthRange p5Interval,
        @Nullable BandwidthRange p95Interval) {

    /**
     * The distribution of the functions that finished, or null if none did.
     *
     * @param functions of the trial
     */
    public static @Nullable FunctionBandwidths of(TrialRow trial, List<FunctionRow> functions) {
        double[] samples = FunctionValues.rates(trial, functions);
        return samples.length == 0 ? null : of(SampleStatistics.of(samples));
    }

    private static FunctionBandwidths of(SampleStatistics sample) {
        return new FunctionBandwidths(
                sample.n(),
                new Bandwidth(sample.median()),
                bandwidth(sample.p5()),
                bandwidth(sample.p95()),
                sample.variation(),
                BandwidthRange.of(sample.medianInterval()),
                BandwidthRange.of(sample.p5Interval()),
                BandwidthRange.of(sample.p95Interval()));
    }

    private static @Nullable Bandwidth bandwidth(@Nullable Double bitsPerSecond) {
        return bitsPerSecond == null ? null : new Bandwidth(bitsPerSecond);
    }
}
