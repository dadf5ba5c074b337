package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;

/**
 * The token bucket inferred from the course of a transfer: burst and baseline, or that no burst is visible, or that the
 * transfer was too short to tell.
 *
 * <p>A token bucket of b bytes that refills at r bytes per second has let b + r t bytes pass at any time t after it was
 * emptied, however the sender used it until then (J.-Y. Le Boudec, P. Thiran, "Network Calculus", section 1.2). So the
 * line through the cumulative bytes after the knee has the slope r and meets the transfer's start at b. Cumulative bytes
 * are used because the sawtooth of short intervals (pulses of 7.5 MiB every 100 ms on AWS Lambda, iperf3's blocks)
 * averages out in them.
 *
 * <ol>
 *   <li>The knee: {@link Knee}, the best two lines of which the second is less steep and lasts at least 2 s. Stalls that
 *       were not made up for are filled in first: {@link StallFilter}.
 *   <li>The baseline r: slope of the line after the knee, its interval from batch means: {@link Baseline}.
 *   <li>The burst: mean of C(t) - r t over the first second after the knee, where an error of r weighs least, less the
 *       minimum of C(t) - r t before the knee: tokens that a full bucket lost while TCP was still slower than r.
 *   <li>The uncertainty of the burst: half width of the baseline's interval times the time at which the burst is read
 *       off, plus the sawtooth there (5th to 95th percentile).
 *   <li>It is a burst only if it exceeds its uncertainty by more than the buffers of TCP can hold (6 MiB, the largest
 *       default of Linux's tcp_rmem; tcp_wmem has 4 MiB), and its rate is at least 1.25 times the baseline.
 *   <li>Where it lasts for 1 s or more, at least half of the fall must happen at the knee: two lines fit a link that
 *       drifts as well, whose rate falls everywhere. One transfer cannot distinguish a bucket
 *       from a link that became slower; {@link BurstFormatter} mentions this if the fall is small.
 * </ol>
 */
public sealed interface BurstFit {

    /** Minimum time after the knee, in seconds. */
    double SECONDS_AFTER_KNEE = 2;

    /**
     * A burst, followed by the baseline.
     *
     * @param burst bytes sent above the baseline: the bucket's content at the start
     * @param burstUncertainty half the width of the range in which the burst lies
     * @param burstRate mean rate until the knee: baseline + burst / time to the baseline
     * @param timeToBaseline from the start of the transfer to the knee
     * @param kneeResolved whether the burst lasted for two intervals or more; otherwise its rate is a lower and the
     *     time an upper limit
     */
    record Fitted(
            DataSize burst,
            DataSize burstUncertainty,
            Bandwidth burstRate,
            Duration timeToBaseline,
            boolean kneeResolved,
            Baseline baseline)
            implements BurstFit {}

    /**
     * A constant rate, possibly after a slow start. Either there is no bucket, or it is too small to be visible, or the
     * transfer never emptied it.
     */
    record NoBurst(Baseline baseline) implements BurstFit {}

    /**
     * The transfer is inconclusive.
     *
     * @param reason one sentence for the user
     */
    record TooShort(String reason) implements BurstFit {}

    /** @param intervals of one function's transfer, from its start, in any order */
    static BurstFit of(List<Interval> intervals) {
        return of(intervals, new DataSize(0));
    }

    /**
     * @param intervals of one function's transfer, from its start, in any order
     * @param buffered bytes in these intervals that the receiver had not received: for an upload the sender's bytes
     *     less the receiver's, about 4 MB a stream, which wait in the sender's socket from the first interval on
     */
    static BurstFit of(List<Interval> intervals, DataSize buffered) {
        return BurstFitter.fit(List.of(intervals), buffered);
    }

    /** The common bucket of several functions, each measured from its own start. */
    static BurstFit ofCombined(List<List<Interval>> functions, DataSize buffered) {
        return BurstFitter.fit(functions, buffered);
    }
}
