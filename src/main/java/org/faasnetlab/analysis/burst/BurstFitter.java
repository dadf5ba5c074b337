package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/** Implements the steps that {@link BurstFit} describes. */
final class BurstFitter {
    /** Largest default of tcp_rmem on Linux: a smaller burst may be only a buffer. */
    private static final double BUFFERS = 6 << 20;
    /** A burst is at least this much faster than the baseline; below it is an ordinary change of rate. */
    private static final double FASTER = 1.25;
    /** Time after the knee over which the burst is read off. */
    private static final double READ_SECONDS = 1;
    /** The shortest drop at the end that counts as the beginning of a baseline. */
    private static final double DROP_SECONDS = 0.3;

    /** A transfer that moves nothing for this long at its end has no baseline there. */
    private static final double STANDSTILL_SECONDS = 1;
    /** Shorter bursts are not tested for a slope, because they are always sharp. */
    private static final double MIN_SLOPE_SECONDS = 1;
    /** Minimum time over which rates before and after a knee are computed: five pulses of 100 ms. */
    private static final double LOCAL_SECONDS = 0.5;
    /** Share of the whole fall that must happen at the knee itself; on a drifting link it is smaller. */
    private static final double FALL_AT_KNEE = 0.5;

    private static final int MIN_POINTS = 3;
    private static final int MIN_POINTS_OF_DROP = 2;
    /** If a larger share of its time is missing, a transfer's cumulative bytes are meaningless. */
    private static final double MAX_MISSING_SHARE = 0.02;

    private final CumulativeBytes all;
    private final double buffered;

    private BurstFitter(CumulativeBytes all, DataSize buffered) {
        this.all = all;
        this.buffered = buffered.bytes();
    }

    static BurstFit fit(List<List<Interval>> functions, DataSize buffered) {
        if (functions.isEmpty() || functions.stream().anyMatch(List::isEmpty)) {
            return new BurstFit.TooShort("No intervals were recorded.");
        }
        if (functions.stream().anyMatch(BurstFitter::hasGaps)) {
            return new BurstFit.TooShort(
                    "Intervals are missing or overlap, so burst and baseline cannot be estimated.");
        }
        List<CumulativeBytes> each = functions.stream()
                .map(one -> StallFilter.filled(CumulativeBytes.of(one)))
                .toList();
        CumulativeBytes all = each.size() == 1 ? each.get(0) : CumulativeBytes.sum(each);
        return new BurstFitter(all, buffered).fit();
    }

    private static boolean hasGaps(List<Interval> intervals) {
        long covered = intervals.stream().mapToLong(Interval::durationMicros).sum();
        long start = intervals.stream().mapToLong(Interval::offsetMicros).min().orElseThrow();
        long end = intervals.stream().mapToLong(Interval::endMicros).max().orElseThrow();
        return Math.abs(end - start - covered) > MAX_MISSING_SHARE * (end - start);
    }

    private BurstFit fit() {
        if (all.duration() < BurstFit.SECONDS_AFTER_KNEE || all.points() <= MIN_POINTS) {
            return new BurstFit.TooShort(String.format(
                    Locale.ROOT,
                    "The transfer lasted %.1f s; at least %.0f s after the burst are required.",
                    all.duration(),
                    BurstFit.SECONDS_AFTER_KNEE));
        }
        double standstill = all.duration() - all.lastGrowth();
        if (standstill >= STANDSTILL_SECONDS) {
            return new BurstFit.TooShort(String.format(
                    Locale.ROOT, "The transfer stalled for its last %.1f s, so it has no baseline.", standstill));
        }
        Knee early = Knee.of(all, MIN_POINTS, BurstFit.SECONDS_AFTER_KNEE, Knee::slows);
        Knee late = Knee.of(all, MIN_POINTS_OF_DROP, DROP_SECONDS, this::isLateDrop);
        if (late != null && (early == null || late.squaredError() < early.squaredError() / 2)) {
            return new BurstFit.TooShort(String.format(
                    Locale.ROOT,
                    "The rate dropped only %.1f s before the end; at least %.0f s after the burst are required.",
                    all.duration() - late.seconds(),
                    BurstFit.SECONDS_AFTER_KNEE));
        }
        BurstFit.Fitted fitted = early == null ? null : fitted(early);
        return fitted == null ? new BurstFit.NoBurst(Baseline.of(all, afterSlowStart())) : fitted;
    }

    /** Whether a knee in the last two seconds leaves the line before it by more than buffers and sawtooth explain. */
    private boolean isLateDrop(Knee knee) {
        int last = all.points() - 1;
        double fallenBehind = knee.before().at(all.duration()) - all.bytes()[last];
        return all.duration() - knee.seconds() < BurstFit.SECONDS_AFTER_KNEE
                && knee.before().slope() > FASTER * knee.after().slope()
                && fallenBehind
                        > BUFFERS + sawtooth(1, knee.first(), knee.before().slope());
    }

    /** The burst before a knee, or null if it is not significant. */
    private BurstFit.@Nullable Fitted fitted(Knee knee) {
        Baseline baseline = Baseline.of(all, knee.first());
        double rate = baseline.rate().bytesPerSecond();
        int end = all.firstAtOrAfter(all.seconds()[knee.first()] + READ_SECONDS) + 1;
        double burst = mean(knee.first(), end, rate) - lowest(knee.first(), rate) - buffered;
        double readAt = (all.seconds()[knee.first()] + all.seconds()[end - 1]) / 2;
        double uncertainty = baseline.halfWidth() * readAt + sawtooth(knee.first(), end, rate);
        double burstRate = rate + burst / knee.seconds();
        if (burst < BUFFERS + uncertainty || burstRate < FASTER * rate || !isSharp(knee, burstRate - rate)) {
            return null;
        }
        return new BurstFit.Fitted(
                new DataSize(Math.round(burst)),
                new DataSize(Math.round(uncertainty)),
                new Bandwidth(burstRate * 8),
                Duration.ofNanos(Math.round(knee.seconds() * 1e9)),
                knee.seconds() >= 2 * all.step(),
                baseline);
    }

    /**
     * An empty bucket slows a transfer abruptly; a drifting link can have an equally good knee, but no abrupt fall at
     * it.
     */
    private boolean isSharp(Knee knee, double fall) {
        double at = knee.seconds();
        double width = Math.max(LOCAL_SECONDS, Math.min(at, all.duration() - at) / 8);
        double gap = all.step();
        if (at < Math.max(MIN_SLOPE_SECONDS, width + gap)) {
            return true;
        }
        double before = all.rate(at - gap - width, at - gap);
        double after = all.rate(at + gap, Math.min(all.duration(), at + gap + width));
        return before - after >= FALL_AT_KNEE * fall;
    }

    /** The first point of a steady transfer: after a knee at which it became faster, else after the first interval. */
    private int afterSlowStart() {
        Knee faster = Knee.of(
                all,
                MIN_POINTS,
                BurstFit.SECONDS_AFTER_KNEE,
                knee -> knee.first() > 1
                        && knee.before().slope() * FASTER < knee.after().slope());
        if (faster != null) {
            return faster.first();
        }
        return all.duration() - all.seconds()[1] >= BurstFit.SECONDS_AFTER_KNEE - 1e-9 ? 1 : 0;
    }

    private double mean(int from, int to, double rate) {
        return Arrays.stream(above(from, to, rate)).average().orElseThrow();
    }

    private double lowest(int to, double rate) {
        return Arrays.stream(above(0, to, rate)).min().orElseThrow();
    }

    private double sawtooth(int from, int to, double rate) {
        if (to - from < 2) {
            return 0;
        }
        double[] above = above(from, to, rate);
        return Quantiles.of(above, 0.95) - Quantiles.of(above, 0.05);
    }

    /** Bytes above a constant rate, at each point of a range. */
    private double[] above(int from, int to, double rate) {
        double[] above = new double[to - from];
        for (int i = from; i < to; i++) {
            above[i - from] = all.bytes()[i] - rate * all.seconds()[i];
        }
        return above;
    }
}
