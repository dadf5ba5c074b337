package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.burst.RateLevels.Level;
import org.faasnetlab.analysis.stats.BlockResampling;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/** Implements the steps that {@link BurstFit} describes. */
final class BurstFitter {
    /** Largest default of tcp_rmem on Linux: a smaller burst may be only a buffer. */
    static final double BUFFERS = 6 << 20;

    /** A transfer that moves nothing for this long at its end has no baseline there. */
    private static final double STANDSTILL_SECONDS = 1;
    /** Shorter bursts are not tested for a slope, because they are always sharp, nor for the interval of their rate. */
    private static final double MIN_SLOPE_SECONDS = 1;
    /** Minimum time over which rates before and after a knee are computed: five pulses of 100 ms. */
    private static final double LOCAL_SECONDS = 0.5;

    private static final int MIN_SECONDS_TO_JUDGE = 4;
    /**
     * Coefficient of variation of the means of seconds from which on a rate is unsteady: twice that of intervals of 100
     * ms that vary independently by 30 %.
     */
    private static final double UNSTEADY = 0.2;

    private static final int MIN_POINTS = 3;

    /** As recorded. */
    private final CumulativeBytes recorded;
    /** With stalls filled in. */
    private final CumulativeBytes all;

    private final RateBins bins;
    private final RateLevels fit;
    private final DistinctLevels distinct;
    private final double buffered;
    private final FitThresholds thresholds;

    private BurstFitter(CumulativeBytes recorded, CumulativeBytes all, DataSize buffered, FitThresholds thresholds) {
        this.recorded = recorded;
        this.all = all;
        this.bins = RateBins.of(all);
        this.fit = RateLevels.of(bins);
        this.distinct = new DistinctLevels(all, bins, thresholds);
        this.buffered = buffered.bytes();
        this.thresholds = thresholds;
    }

    static BurstFit fit(List<List<Interval>> functions, DataSize buffered, FitThresholds thresholds) {
        if (functions.isEmpty() || functions.stream().anyMatch(List::isEmpty)) {
            return new BurstFit.TooShort(Phrase.of("No intervals were recorded."));
        }
        if (functions.stream().anyMatch(BurstFitter::hasGaps)) {
            return new BurstFit.TooShort(
                    Phrase.of("Intervals are missing or overlap, so burst and baseline cannot be estimated."));
        }
        List<CumulativeBytes> recorded =
                functions.stream().map(CumulativeBytes::of).toList();
        CumulativeBytes all =
                CumulativeBytes.sum(recorded.stream().map(StallFilter::filled).toList());
        BurstFit.TooShort tooShort = tooShort(all);
        return tooShort == null
                ? new BurstFitter(CumulativeBytes.sum(recorded), all, buffered, thresholds).fit()
                : tooShort;
    }

    private static boolean hasGaps(List<Interval> intervals) {
        long covered = intervals.stream().mapToLong(Interval::durationMicros).sum();
        long start = intervals.stream().mapToLong(Interval::offsetMicros).min().orElseThrow();
        long end = intervals.stream().mapToLong(Interval::endMicros).max().orElseThrow();
        return Math.abs(end - start - covered) > Validity.MAX_MISSING_SHARE * (end - start);
    }

    private static BurstFit.@Nullable TooShort tooShort(CumulativeBytes all) {
        if (all.duration() < BurstFit.SECONDS_AFTER_KNEE || all.points() <= MIN_POINTS) {
            return new BurstFit.TooShort(Phrase.of(
                    "The transfer lasted {0} s; at least {1} s after the burst are required.",
                    String.format(Locale.ROOT, "%.1f", all.duration()),
                    String.format(Locale.ROOT, "%.0f", BurstFit.SECONDS_AFTER_KNEE)));
        }
        double standstill = all.duration() - all.lastGrowth();
        return standstill < STANDSTILL_SECONDS
                ? null
                : new BurstFit.TooShort(Phrase.of(
                        "The transfer stalled for its last {0} s, so it has no baseline.",
                        String.format(Locale.ROOT, "%.1f", standstill)));
    }

    private BurstFit fit() {
        List<Level> best = fit.best();
        List<Level> afterStart = distinct.withoutSlowStart(best);
        int start = afterStart.get(0).from();
        List<Level> levels = distinct.simplified(afterStart);
        if (isUnsteady(best)) {
            return unsteady(bins.first()[start]);
        }
        SmoothCourse drift = drift(best, levels, start);
        if (drift != null) {
            return drifted(new Bandwidth(drift.start() * 8), new Bandwidth(drift.end() * 8), start);
        }
        if (levels.size() == 1) {
            return oneRate(start);
        }
        Level last = levels.get(levels.size() - 1);
        boolean longEnough = distinct.seconds(last) >= secondsAfterKnee(levels) - 1e-9;
        if (levels.size() == 2 && last.rate() < levels.get(0).rate()) {
            return longEnough ? fall(levels, start) : lateDrop(levels);
        }
        if (levels.size() == 3
                && levels.get(1).rate() < levels.get(0).rate()
                && last.rate() < levels.get(1).rate()
                && longEnough) {
            return twoFalls(levels, start);
        }
        return steps(levels, start);
    }

    /** A gradual change that describes the transfer better than levels do, or null. */
    private @Nullable SmoothCourse drift(List<Level> best, List<Level> levels, int start) {
        Level first = levels.get(0);
        if (levels.size() == 2 && distinct.seconds(first) < MIN_SLOPE_SECONDS - 1e-9) {
            return null;
        }
        SmoothCourse course = SmoothCourse.betterThan(fit, best, bins, start, DistinctLevels.SLOW_START_SECONDS);
        return course != null && course.ratio() >= thresholds.faster() ? course : null;
    }

    private BurstFit oneRate(int start) {
        int first = Math.max(
                bins.first()[start], all.duration() - all.seconds()[1] >= BurstFit.SECONDS_AFTER_KNEE - 1e-9 ? 1 : 0);
        return oneRateFrom(first);
    }

    private BurstFit oneRateFrom(int first) {
        Baseline baseline = Baseline.of(all, first);
        return new BurstFit.NoBurst(baseline, new DataSize(Math.round(largestHidden(first, baseline))));
    }

    /** The largest burst that the deviations at the start could hide, at the 95 % level. */
    private double largestHidden(int first, Baseline baseline) {
        double rate = baseline.rate().bytesPerSecond();
        int end = all.firstAtOrAfter(Math.min(all.duration(), DistinctLevels.SLOW_START_SECONDS)) + 1;
        double[] above = BurstEstimator.bytesAbove(all, 0, end, rate);
        double most = Arrays.stream(above).max().orElseThrow()
                - Arrays.stream(above, 0, Math.min(end, first + 1)).min().orElseThrow();
        BlockResampling resampling = Baseline.resampling(all, first, all.points() - 1);
        int intervals = Math.max(1, (int) Math.round(LOCAL_SECONDS / all.step()));
        double[] deviations = new double[BlockResampling.RESAMPLES];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = resampling.bytesDeviation(intervals);
        }
        return Math.max(BUFFERS, Math.max(0, most - buffered) + Quantiles.of(deviations, 0.95));
    }

    /** Mean rates of the whole seconds from a point on; of whole intervals if they are longer. */
    private double[] wholeSeconds(int first) {
        double length = Math.max(1, all.step());
        double from = all.seconds()[first];
        int n = (int) Math.floor((all.duration() - from) / length + 1e-6);
        double[] rates = new double[n];
        for (int i = 0; i < n; i++) {
            rates[i] = all.rate(from + i * length, from + (i + 1) * length);
        }
        return rates;
    }

    /**
     * Whether the means of the seconds vary much about the levels. The time of a slow start and the slowest second, which
     * may be a single stall, do not count.
     */
    private boolean isUnsteady(List<Level> levels) {
        double[] course = fit.course(levels);
        List<Double> deviations = new ArrayList<>();
        double seconds = 0;
        double measured = 0;
        double expected = 0;
        for (int i = 0; i < bins.size(); i++) {
            if (distinct.time(i) < DistinctLevels.SLOW_START_SECONDS) {
                continue;
            }
            seconds += bins.seconds()[i];
            measured += bins.rates()[i] * bins.seconds()[i];
            expected += course[i] * bins.seconds()[i];
            if (seconds >= 1 - 1e-6) {
                deviations.add(expected == 0 ? 0 : measured / expected - 1);
                seconds = 0;
                measured = 0;
                expected = 0;
            }
        }
        double[] counted = deviations.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .skip(1)
                .toArray();
        return counted.length >= MIN_SECONDS_TO_JUDGE
                && Math.sqrt(Arrays.stream(counted).map(value -> value * value).sum() / counted.length) >= UNSTEADY;
    }

    private BurstFit unsteady(int first) {
        double[] seconds = wholeSeconds(first);
        double length = Math.max(1, all.step());
        int slowest = 0;
        int fastest = 0;
        for (int i = 1; i < seconds.length; i++) {
            slowest = seconds[i] < seconds[slowest] ? i : slowest;
            fastest = seconds[i] > seconds[fastest] ? i : fastest;
        }
        double from = all.seconds()[first];
        return new BurstFit.RateChanged(
                BurstFit.Change.UNSTEADY,
                List.of(
                        stretch(seconds[slowest], from + slowest * length, from + (slowest + 1) * length),
                        stretch(seconds[fastest], from + fastest * length, from + (fastest + 1) * length)),
                mean());
    }

    /** A fall in the last two seconds, if it leaves the level before it by more than buffers and sawtooth explain. */
    private BurstFit lateDrop(List<Level> levels) {
        Level before = levels.get(0);
        int fall = bins.first()[before.to()];
        double rate = before.rate();
        double fallenBehind =
                rate * (all.duration() - all.seconds()[fall]) - (all.bytes()[all.points() - 1] - all.bytes()[fall]);
        if (fallenBehind <= BUFFERS + sawtooth(bins.first()[before.from()], fall, rate)) {
            return oneRate(before.from());
        }
        return new BurstFit.TooShort(Phrase.of(
                "The rate dropped only {0} s before the end; at least {1} s after the burst are required.",
                String.format(Locale.ROOT, "%.1f", all.duration() - all.seconds()[fall]),
                String.format(Locale.ROOT, "%.0f", secondsAfterKnee(levels))));
    }

    /**
     * The shortest baseline. If no bin lies between a burst and it, its first bin may have intervals of the burst, so one of several
     * intervals does not suffice.
     */
    private double secondsAfterKnee(List<Level> levels) {
        Level last = levels.get(levels.size() - 1);
        boolean mayHavePartOfBurst =
                bins.first()[1] > 1 && levels.get(levels.size() - 2).to() == last.from();
        return mayHavePartOfBurst
                ? Math.max(BurstFit.SECONDS_AFTER_KNEE, 2 * bins.seconds()[0])
                : BurstFit.SECONDS_AFTER_KNEE;
    }

    private double sawtooth(int from, int to, double rate) {
        if (to - from < 2) {
            return 0;
        }
        double[] above = BurstEstimator.bytesAbove(all, from, to, rate);
        return Quantiles.of(above, 0.95) - Quantiles.of(above, 0.05);
    }

    private BurstFit fall(List<Level> levels, int start) {
        BurstFit.Fitted burst = estimate(levels.get(0), levels.get(1), start, all.points() - 1);
        if (!isSignificant(burst)) {
            return oneRateFrom(bins.first()[levels.get(1).from()]);
        }
        if (!isSharp(levels.get(0), levels.get(1))) {
            return drifted(
                    new Bandwidth(levels.get(0).rate() * 8),
                    new Bandwidth(levels.get(1).rate() * 8),
                    start);
        }
        return burst;
    }

    private BurstFit twoFalls(List<Level> levels, int start) {
        Level second = levels.get(1);
        if (distinct.seconds(second) < MIN_SLOPE_SECONDS) {
            return fall(List.of(distinct.combined(levels.get(0), second), levels.get(2)), start);
        }
        int lastOfSecond = bins.first()[second.to()];
        BurstFit.Fitted burst = estimate(levels.get(0), second, start, lastOfSecond);
        if (!isSharp(levels.get(0), second) || !isSharp(second, levels.get(2))) {
            return drifted(
                    new Bandwidth(levels.get(0).rate() * 8),
                    new Bandwidth(levels.get(2).rate() * 8),
                    start);
        }
        return isSignificant(burst)
                ? new BurstFit.TwoLevels(
                        burst,
                        duration(distinct.time(levels.get(2).from())),
                        Baseline.of(all, bins.first()[levels.get(2).from()]))
                : fall(List.of(distinct.combined(levels.get(0), second), levels.get(2)), start);
    }

    private BurstFit.Fitted estimate(Level burst, Level after, int start, int last) {
        int end = endOfFall(burst, after);
        return new BurstEstimator(
                        all,
                        bins.first()[start],
                        bins.first()[Math.max(start, end - 1)],
                        bins.first()[end],
                        bins.first()[after.from()],
                        last,
                        fit.variation(),
                        buffered)
                .estimate();
    }

    /**
     * The bin in which the bucket was empty: the last one before the next level that is faster than it. What lies between
     * the levels may be a slower part of the burst, which was left out as a disturbance.
     */
    private int endOfFall(Level burst, Level after) {
        int bin = after.from() - 1;
        while (bin > burst.to() && bins.rates()[bin] < thresholds.faster() * after.rate()) {
            bin--;
        }
        return Math.max(burst.to(), bin);
    }

    /** Where a burst lasts for 1 s or more, its rate is known well enough that the lower end of its interval counts. */
    private boolean isSignificant(BurstFit.Fitted fit) {
        BandwidthRange rate = fit.intervals().burstRate();
        boolean longEnough = fit.timeToBaseline().toNanos() >= MIN_SLOPE_SECONDS * 1e9;
        Bandwidth slowest = rate == null || !longEnough ? fit.burstRate() : rate.low();
        return fit.intervals().burstLow().bytes() >= BUFFERS
                && slowest.bitsPerSecond()
                        >= thresholds.faster() * fit.baseline().rate().bitsPerSecond();
    }

    /**
     * An empty bucket slows a transfer abruptly; a drifting link can have equally good levels, but no abrupt fall
     * between them.
     */
    private boolean isSharp(Level before, Level after) {
        double at = distinct.time(before.to());
        double resumed = distinct.time(after.from());
        double width = Math.max(LOCAL_SECONDS, Math.min(at, all.duration() - resumed) / 8);
        double gap = all.step();
        if (at < Math.max(MIN_SLOPE_SECONDS, width + gap)) {
            return true;
        }
        double earlier = all.rate(at - width, at);
        double later = all.rate(resumed, Math.min(all.duration(), resumed + width));
        return earlier - later >= thresholds.fallAtKnee() * (before.rate() - after.rate());
    }

    private BurstFit drifted(Bandwidth from, Bandwidth to, int start) {
        double begin = distinct.time(start);
        double fifth = (all.duration() - begin) / 5;
        return new BurstFit.RateChanged(
                BurstFit.Change.DRIFT,
                List.of(
                        new BurstFit.Stretch(from, duration(begin), duration(begin + fifth), null),
                        new BurstFit.Stretch(to, duration(all.duration() - fifth), duration(all.duration()), null)),
                mean());
    }

    private BurstFit steps(List<Level> levels, int start) {
        List<BurstFit.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            double from =
                    i == 0 ? distinct.time(start) : distinct.time(levels.get(i).from());
            double to = i == levels.size() - 1
                    ? all.duration()
                    : distinct.time(levels.get(i + 1).from());
            stretches.add(level(levels.get(i), from, to));
        }
        return new BurstFit.RateChanged(BurstFit.Change.STEPS, stretches, mean());
    }

    private BurstFit.Stretch level(Level level, double from, double to) {
        int first = bins.first()[level.from()];
        int last = bins.first()[level.to()];
        Bandwidth rate = new Bandwidth(level.rate() * 8);
        if (last - first < 2) {
            return new BurstFit.Stretch(rate, duration(from), duration(to), null);
        }
        Baseline within = Baseline.ofMean(all, first, last);
        double shift = rate.bitsPerSecond() - within.rate().bitsPerSecond();
        return new BurstFit.Stretch(
                rate,
                duration(from),
                duration(to),
                new BandwidthRange(
                        new Bandwidth(Math.max(0, within.low().bitsPerSecond() + shift)),
                        new Bandwidth(within.high().bitsPerSecond() + shift)));
    }

    private Baseline mean() {
        return Baseline.ofMean(recorded, 0, recorded.points() - 1);
    }

    private static BurstFit.Stretch stretch(double rate, double from, double to) {
        return new BurstFit.Stretch(new Bandwidth(rate * 8), duration(from), duration(to), null);
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
