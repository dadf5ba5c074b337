package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What the course of a transfer says about the token bucket of its link: burst and baseline, with or without a level
 * between them; one rate without a visible burst; a rate that changed, so that one rate does not describe it; or that
 * the transfer was too short to tell.
 *
 * <p>A token bucket of b bytes that refills at r bytes per second has let b + r t bytes pass at any time t after it was
 * emptied, however the sender used it until then (J.-Y. Le Boudec, P. Thiran, "Network Calculus", section 1.2). So
 * C(t) - r t, with C(t) the cumulative bytes, rises to b and stays there.
 *
 * <ol>
 *   <li>Stalls that were not made up for are filled in: {@link StallFilter}.
 *   <li>The rate is described by 1 to 6 levels: {@link RateLevels}. Rising levels within the first 2 s and 256 MiB are
 *       the slow start of TCP. Levels that differ by less than a factor of 1.25 are one.
 *   <li>A gradual course that describes the transfer better than levels is a drift: {@link SmoothCourse}. Where a burst
 *       lasts for 1 s or more, at least half of its fall must happen at its end.
 *   <li>One level whose means over 1 s vary by 20 % or more (coefficient of variation) is not one rate.
 *   <li>A fall to a lower level that lasts for 2 s or more, and two bins, is a burst if the lower end of its interval is more
 *       than the buffers of TCP can hold (6 MiB, the largest default of Linux's tcp_rmem; tcp_wmem has 4 MiB), and, if it lasts
 *       for 1 s or more, that of its rate at least 1.25 times the baseline: {@link BurstEstimator}. Two such falls are a burst, a second level and a baseline: a bucket in front of another
 *       limit.
 *   <li>One transfer cannot distinguish a bucket from a link that became slower. All published bursts of AWS Lambda end
 *       within 1 s and fall to a third or less; any other fall is reported with this caveat.
 * </ol>
 *
 * docs/methods.md has the rate of errors on synthetic transfers.
 */
public sealed interface BurstFit {

    /** Minimum time after the knee, in seconds. */
    double SECONDS_AFTER_KNEE = 2;

    /** Calls the method of the handler for this type of result and returns its result. */
    <R> R accept(Handler<R> handler);

    /**
     * Handles every type of result, so that the compiler finds handlers that lack a new type.
     *
     * @param <R> the result of handling
     */
    interface Handler<R> {
        R on(Fitted fit);

        R on(TwoLevels fit);

        R on(NoBurst fit);

        R on(RateChanged fit);

        R on(TooShort fit);
    }

    /** The rate that the transfer had at its end and would have kept, or null if no single rate describes it. */
    @Nullable
    Baseline baselineOrNull();

    /** The burst that emptied the bucket, or null if there is none. */
    @Nullable
    Fitted burstOrNull();

    /**
     * A burst, followed by the baseline.
     *
     * @param burst bytes sent above the baseline: the bucket's content at the start
     * @param burstRate mean rate until the knee: baseline + burst / time to the baseline
     * @param timeToBaseline from the start of the transfer to the knee
     * @param kneeResolved whether the burst lasted for two intervals or more; otherwise its rate is a lower and the
     *     time an upper limit
     * @param bucketShaped whether it ended within 1 s and fell to a third or less; otherwise a link that became slower
     *     would look the same
     */
    record Fitted(
            DataSize burst,
            Bandwidth burstRate,
            Duration timeToBaseline,
            boolean kneeResolved,
            boolean bucketShaped,
            Baseline baseline,
            Intervals intervals)
            implements BurstFit {

        /** Half the width of the range in which the burst lies. */
        public DataSize burstUncertainty() {
            return new DataSize(
                    (intervals.burstHigh().bytes() - intervals.burstLow().bytes()) / 2);
        }

        @Override
        public Baseline baselineOrNull() {
            return baseline;
        }

        @Override
        public Fitted burstOrNull() {
            return this;
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * 95 % intervals of a burst by block bootstrap. They are never empty: the smallest is the resolution of the
     * intervals.
     *
     * @param burstRate null if unknown, because the knee is not resolved
     * @param timeLow 0 if the knee is not resolved
     * @param resamples number of resamples
     * @param seed start of the random numbers
     */
    record Intervals(
            DataSize burstLow,
            DataSize burstHigh,
            @Nullable BandwidthRange burstRate,
            Duration timeLow,
            Duration timeHigh,
            int resamples,
            long seed) {}

    /**
     * A burst that ended at a second level, which later fell to the baseline: one bucket in front of another, such as
     * that of a network interface in front of that of an account.
     *
     * @param first the burst, with the second level as its baseline
     * @param timeToBaseline from the start of the transfer to the end of the second level
     */
    record TwoLevels(Fitted first, Duration timeToBaseline, Baseline baseline) implements BurstFit {
        @Override
        public Baseline baselineOrNull() {
            return baseline;
        }

        @Override
        public Fitted burstOrNull() {
            return first;
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** A transfer in which no burst was found. */
    sealed interface WithoutBurst extends BurstFit {
        @Override
        default @Nullable Fitted burstOrNull() {
            return null;
        }
    }

    /** A transfer that one rate does not describe. */
    sealed interface WithoutBaseline extends WithoutBurst {
        @Override
        default @Nullable Baseline baselineOrNull() {
            return null;
        }
    }

    /**
     * A constant rate, possibly after a slow start. Either there is no bucket, or it is too small to be visible, or the
     * transfer never emptied it.
     *
     * @param largestHidden bytes of the largest burst that the noise could hide
     */
    record NoBurst(Baseline baseline, DataSize largestHidden) implements WithoutBurst {
        @Override
        public Baseline baselineOrNull() {
            return baseline;
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** How a rate changed. */
    enum Change {
        /** In steps, from one level to the next. */
        STEPS,
        /** Gradually. */
        DRIFT,
        /** From second to second, without a level. */
        UNSTEADY
    }

    /**
     * A stretch of a transfer at one rate.
     *
     * @param from since the start of the transfer
     * @param interval 95 % confidence interval of the rate of a level; null of other stretches, and of a level of less than
     *     two intervals
     */
    record Stretch(
            Bandwidth rate,
            Duration from,
            Duration to,
            @Nullable BandwidthRange interval) {}

    /**
     * The rate changed, in another way than at the end of a burst. One rate does not describe the transfer.
     *
     * @param stretches of steps: all of them; of a drift: its beginning and its end; of an unsteady rate: the slowest
     *     and the fastest second
     * @param mean of the whole transfer; its interval is that of the mean, not of the rates in it
     */
    record RateChanged(Change change, List<Stretch> stretches, Baseline mean) implements WithoutBaseline {
        public RateChanged {
            stretches = List.copyOf(stretches);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * The transfer is inconclusive.
     *
     * @param reason one sentence for the user
     */
    record TooShort(Phrase reason) implements WithoutBaseline {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Finds burst and baseline of a transfer of which the receiver has all bytes.
     *
     * @param intervals of one function's transfer, from its start, in any order
     */
    static BurstFit of(List<Interval> intervals) {
        return of(intervals, new DataSize(0));
    }

    /**
     * Finds burst and baseline of a transfer.
     *
     * @param intervals of one function's transfer, from its start, in any order
     * @param buffered bytes in these intervals that the receiver had not received: for an upload the sender's bytes
     *     less the receiver's, about 4 MB a stream, which wait in the sender's socket from the first interval on
     */
    static BurstFit of(List<Interval> intervals, DataSize buffered) {
        return BurstFitter.fit(List.of(intervals), buffered, FitThresholds.IN_USE);
    }

    /** The common bucket of several functions, each measured from its own start. */
    static BurstFit ofCombined(List<List<Interval>> functions, DataSize buffered) {
        return BurstFitter.fit(functions, buffered, FitThresholds.IN_USE);
    }
}
