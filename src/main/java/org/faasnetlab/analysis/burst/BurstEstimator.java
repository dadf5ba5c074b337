package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.faasnetlab.analysis.stats.BlockResampling;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;

/**
 * The burst before a level of a transfer, with its uncertainty.
 *
 * <p>The burst is C(t) - r t after the knee, less its minimum during the slow start: tokens that a full bucket lost while
 * TCP was still slower than r. Where the bytes after the knee come in pulses or blocks, the mean of the first second
 * after the knee is used; where each interval varies by itself, the knee alone, because the deviations add up
 * afterwards.
 *
 * <p>The refill during the burst varies as that of the baseline does, so the bootstrap resamples the baseline's
 * deviations for both. What the sender's rate varies by during the burst does not change how much the bucket held; it
 * changes only the time at which it was empty. In which interval that was is drawn for each resample, see {@link
 * KneePosterior}.
 */
final class BurstEstimator {
    /** Time after the knee over which a sawtooth is averaged. */
    private static final double READ_SECONDS = 1;
    /** Half a second: several pulses of 100 ms. */
    private static final double SAWTOOTH_SECONDS = 0.5;
    /** Below this share of the variance of independent intervals, deviations cancel each other. */
    private static final double CANCELLING = 0.5;
    /** The knee is not known better than this share of an interval. */
    private static final double TIME_RESOLUTION = 0.1;

    /** Refills of AWS Lambda come every 100 ms: one may be on either side of the edge of an interval. */
    private static final double PULSE_SECONDS = 0.1;
    /** A slow start within the first interval can hide for about 10 round trips of 30 ms. */
    private static final double UNSEEN_SLOW_START_SECONDS = 0.3;

    /** Chance of each side of an interval. */
    private static final double TAIL = 0.025;

    /** The borders of levels may be so many bins off, where a slow part of the burst or a fast refill hides them. */
    private static final int MISJUDGED_BINS = 3;

    private static final int MIN_INTERVALS = 3;
    private static final double MAX_BUCKET_SECONDS = 1;
    private static final double MIN_BUCKET_RATIO = 3;

    private final CumulativeBytes all;
    private final int slowEnd;
    private final int lastWhole;
    private final int burstEnd;
    private final int first;
    private final int last;
    private final double variation;
    private final double buffered;

    /**
     * @param slowEnd point at which the slow start ends
     * @param lastWhole point up to which the burst rate was reached
     * @param burstEnd end of the burst's level; its last part may be slower already
     * @param first first point of the level after the burst
     * @param last last point of that level
     * @param variation coefficient of variation of the burst's rate over an interval
     * @param buffered bytes that the receiver did not receive
     */
    BurstEstimator(
            CumulativeBytes all,
            int slowEnd,
            int lastWhole,
            int burstEnd,
            int first,
            int last,
            double variation,
            double buffered) {
        this.all = all;
        this.slowEnd = slowEnd;
        this.lastWhole = lastWhole;
        this.burstEnd = burstEnd;
        this.first = first;
        this.last = last;
        this.variation = variation;
        this.buffered = buffered;
    }

    BurstFit.Fitted estimate() {
        Baseline baseline = Baseline.of(all, first, last);
        double rate = baseline.rate().bytesPerSecond();
        double[] read = bytesAbove(all, first, readEnd(rate), rate);
        double plateau = Arrays.stream(read).average().orElseThrow();
        double sawtooth = Arrays.stream(read).max().orElseThrow()
                - Arrays.stream(read).min().orElseThrow();
        double lowest =
                Arrays.stream(bytesAbove(all, 0, slowEnd + 1, rate)).min().orElseThrow();
        double burst = Math.max(0, plateau - lowest - buffered);
        KneePosterior posterior = posterior(rate);
        double knee = knee(posterior.likeliest(), rate, burstRate(), 0);
        boolean resolved = knee >= 2 * all.step();
        // After a long pause at the start, less than the baseline was sent until then: no burst, but no negative rate.
        double burstRate = Math.max(0, rate + (plateau - buffered) / knee);
        return new BurstFit.Fitted(
                new DataSize(Math.round(burst)),
                new Bandwidth(burstRate * 8),
                duration(knee),
                resolved,
                knee <= MAX_BUCKET_SECONDS && burstRate >= MIN_BUCKET_RATIO * rate,
                baseline,
                intervals(rate, plateau, sawtooth, burst, knee, resolved, posterior));
    }

    /** Mean rate of the burst while it surely lasted. */
    private double burstRate() {
        return all.rate(
                all.seconds()[slowEnd], lastWhole > slowEnd ? all.seconds()[lastWhole] : all.seconds()[burstEnd]);
    }

    private KneePosterior posterior(double rate) {
        int bin = Math.max(1, burstEnd - lastWhole);
        int from = Math.max(1, Math.min(slowEnd + 1, lastWhole));
        double burst = burstRate();
        double least = RateLevels.MIN_VARIATION;
        // The mean of few intervals is uncertain, too.
        double means = Math.max(1, (lastWhole - slowEnd) / (double) KneePosterior.each(all));
        double ofMean = Math.sqrt(1 + 1 / means);
        return new KneePosterior(
                all,
                Math.max(from, lastWhole - MISJUDGED_BINS * bin),
                Math.min(last, first + MISJUDGED_BINS * bin),
                new KneePosterior.Rate(
                        burst,
                        burst * ofMean * Math.max(Math.max(least, variation), ownVariation()),
                        slowEnd,
                        burstEnd),
                new KneePosterior.Rate(rate, Math.max(1, Math.max(least * rate, deviation(rate))), first, last));
    }

    /** Of the mean rates over about 100 ms after the burst. */
    private double deviation(double rate) {
        int each = KneePosterior.each(all);
        double squares = 0;
        int n = 0;
        for (int i = first; i + each <= last; i++) {
            double mean = (all.bytes()[i + each] - all.bytes()[i]) / (all.seconds()[i + each] - all.seconds()[i]);
            squares += square(mean - rate);
            n++;
        }
        return n == 0 ? 0 : Math.sqrt(squares / n);
    }

    /**
     * When the bucket was empty, in an interval that has a part at the rate of the burst and a part at that of the refill.
     *
     * @param point end of the interval
     * @param moved bytes of a refill that came before instead of after that time
     */
    private double knee(int point, double rate, double burstRate, double moved) {
        double from = all.seconds()[point - 1];
        double length = all.seconds()[point] - from;
        double above = all.bytes()[point] - all.bytes()[point - 1] - rate * length + moved;
        double share = burstRate > rate ? above / (burstRate - rate) / length : 1;
        return Math.max(TIME_RESOLUTION * all.step(), from + length * Math.max(0, Math.min(1, share)));
    }

    private BurstFit.Intervals intervals(
            double rate,
            double plateau,
            double sawtooth,
            double burst,
            double knee,
            boolean resolved,
            KneePosterior posterior) {
        BlockResampling resampling = Baseline.resampling(all, first, last);
        Random random = new Random(BlockResampling.SEED);
        int n = BlockResampling.RESAMPLES;
        double[] bursts = new double[n];
        double[] knees = new double[n];
        double[] rates = new double[n];
        double pulses = sawtooth + rate * Math.min(all.step(), PULSE_SECONDS);
        double bytes = Math.max(BlockResampling.IPERF3_BLOCK_BYTES, pulses / 2);
        double unfinished = unfinishedPulse(rate, sawtooth, burst / knee);
        double burstVariation = burstVariation();
        double mean = burstRate();
        boolean averaged = sawtooth > 0;
        for (int i = 0; i < n; i++) {
            double deviation = resampling.slopeDeviation();
            // Bytes of one refill, which may have come before or after the end of the burst.
            double phase = pulses * (2 * random.nextDouble() - 1);
            int point = posterior.draw(random);
            double moved = averaged || !resolved ? 0 : above(point, rate) - above(first, rate);
            bursts[i] = burst + moved - deviation * all.seconds()[point] + resampling.bytesDeviation(point);
            double here = rate + resampling.bytesDeviation(1) / all.step();
            double burstRate = mean * (1 + burstVariation * random.nextGaussian());
            knees[i] = knee(point, here, burstRate, phase);
            // What had been sent by then was counted, whatever part of it the refill was.
            double sentBefore = all.bytes()[point] - here * (all.seconds()[point] - knees[i]) + phase;
            rates[i] = (sentBefore - buffered) / knees[i];
        }
        double sent = plateau - buffered;
        double unseen = resolved ? 0 : rate * Math.min(all.step(), UNSEEN_SLOW_START_SECONDS);
        double time = TIME_RESOLUTION * all.step();
        return new BurstFit.Intervals(
                new DataSize(Math.round(Math.max(0, Math.min(burst - bytes, Quantiles.of(bursts, TAIL))))),
                new DataSize(Math.round(
                        unseen + Math.max(burst + Math.max(bytes, unfinished), Quantiles.of(bursts, 1 - TAIL)))),
                resolved
                        ? new BandwidthRange(
                                new Bandwidth(8
                                        * Math.max(
                                                0, Math.min(rate + sent / (knee + time), Quantiles.of(rates, TAIL)))),
                                new Bandwidth(8
                                        * Math.max(
                                                0,
                                                Math.max(rate + sent / (knee - time), Quantiles.of(rates, 1 - TAIL)))))
                        : null,
                resolved ? duration(Math.max(0, Math.min(knee - time, Quantiles.of(knees, TAIL)))) : Duration.ZERO,
                duration(Math.max(knee + time, Quantiles.of(knees, 1 - TAIL))),
                n,
                BlockResampling.SEED);
    }

    /**
     * Bytes of a refill in pulses that the burst may lack, exceeded in 2.5 % of cases. A pulse takes a share of the time until
     * the next that is the baseline over the rate of the burst. Where points are further apart than pulses, one of them may
     * come before the end of a pulse: the missing part is uniform, from nothing to the pulse. Where the pulses show as a
     * sawtooth, their mean is uncertain by half a pulse, and lacks half of that share.
     *
     * @param aboveBaseline rate of the burst above the baseline in bytes per second
     */
    private double unfinishedPulse(double rate, double sawtooth, double aboveBaseline) {
        double pulse = rate * PULSE_SECONDS;
        double share = rate / (rate + aboveBaseline);
        if (all.step() > PULSE_SECONDS / 2) {
            return pulse * Math.max(0, 1 - TAIL / share);
        }
        return sawtooth > pulse / 2 ? pulse * (0.5 - TAIL + share / 2) : 0;
    }

    /** Coefficient of variation of the burst's rate over an interval, as large as it may be by what few intervals show. */
    private double burstVariation() {
        return Math.max(variation, ownVariation() * BlockResampling.studentFactor(independent()));
    }

    /** That of its own intervals; 0 if there are less than three before its end. */
    private double ownVariation() {
        int from = variationFrom();
        int n = lastWhole - from;
        if (n < MIN_INTERVALS) {
            return 0;
        }
        double mean = (all.bytes()[lastWhole] - all.bytes()[from]) / n;
        double squares = 0;
        for (int i = from; i < lastWhole; i++) {
            squares += square((all.bytes()[i + 1] - all.bytes()[i]) / mean - 1);
        }
        return Math.sqrt(squares / n * independent() / (independent() - 1.0));
    }

    /** What looks like a slow start may be such a variation, so that its intervals count where there are no others. */
    private int variationFrom() {
        return Math.max(0, Math.min(slowEnd, lastWhole - MIN_INTERVALS));
    }

    /** Intervals of the burst that vary independently: shorter ones than that of a pulse do not. */
    private long independent() {
        double seconds = all.seconds()[lastWhole] - all.seconds()[variationFrom()];
        return Math.max(2, Math.min(lastWhole - variationFrom(), Math.round(seconds / PULSE_SECONDS)));
    }

    private double above(int point, double rate) {
        return all.bytes()[point] - rate * all.seconds()[point];
    }

    /** The point after the last at which the burst is read off. */
    private int readEnd(double rate) {
        int interval = (int) Math.round(SAWTOOTH_SECONDS / all.step());
        if (interval < 2 || last - first < 2 * interval) {
            return first + 1;
        }
        double[] above = bytesAbove(all, first, last + 1, rate);
        double single = 0;
        for (int i = 1; i < above.length; i++) {
            single += square(above[i] - above[i - 1]) / (above.length - 1);
        }
        double together = 0;
        for (int i = interval; i < above.length; i++) {
            together += square(above[i] - above[i - interval]) / (above.length - interval);
        }
        return together < CANCELLING * interval * single
                ? Math.min(last, all.firstAtOrAfter(all.seconds()[first] + READ_SECONDS)) + 1
                : first + 1;
    }

    /** Bytes above a constant rate, at each point of a range. */
    static double[] bytesAbove(CumulativeBytes all, int from, int to, double rate) {
        double[] above = new double[to - from];
        for (int i = from; i < to; i++) {
            above[i - from] = all.bytes()[i] - rate * all.seconds()[i];
        }
        return above;
    }

    private static double square(double value) {
        return value * value;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
