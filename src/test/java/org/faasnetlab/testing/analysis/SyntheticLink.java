package org.faasnetlab.testing.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.faasnetlab.measure.Interval;

/**
 * A transfer through a token bucket, in steps of 1 ms, and the intervals that a measuring program would report.
 *
 * @param rate refill in bytes per second
 * @param bucket bytes in the full bucket
 * @param peak bytes per second that the sender never exceeds
 */
public record SyntheticLink(double rate, double bucket, double peak, Shape shape) {

    /** How tokens and reports come. */
    public enum Shape {
        /** Tokens evenly; the rate wanders by 1 % from one 100 ms to the next; reports are off by up to 128 KiB. */
        EVEN,
        /** As EVEN, but bytes are reported in blocks of 0.85 MB: 542 and 610 Mbit/s in turn at 600. */
        BLOCKS,
        /** Tokens for 100 ms in one step, every 100 ms, from a random time on: 7.5 MiB on AWS Lambda. */
        PULSES
    }

    /** What happens on top, in a way that the bucket's model does not foresee. */
    public record Trouble(
            double slowStartSeconds, double socketBytes, double stallAt, double stallSeconds, boolean frozen) {
        public static final Trouble NONE = new Trouble(0, 0, 0, 0, false);
    }

    public static SyntheticLink megabits(double rate, double mebibytes, double peak, Shape shape) {
        return new SyntheticLink(rate * 125e3, mebibytes * (1 << 20), peak * 125e3, shape);
    }

    public List<Interval> run(double seconds, int intervalMillis, long seed) {
        return run(seconds, intervalMillis, seed, bucket, Trouble.NONE);
    }

    public List<Interval> run(double seconds, int intervalMillis, long seed, double tokens, Trouble trouble) {
        Random random = new Random(seed);
        int phase = random.nextInt(100);
        double pulse = rate / 10;
        // A pulse, or 2 ms of tokens, fits in on top of a full bucket: otherwise some of what the rate gives is lost.
        double most = bucket + (shape == Shape.PULSES ? pulse : rate / 500);
        double left = tokens;
        double sent = trouble.socketBytes();
        double reported = 0;
        double wander = 1;
        List<Interval> intervals = new ArrayList<>();
        for (int ms = 0; ms < Math.round(seconds * 1000); ms++) {
            if (ms % 100 == 0) {
                wander = shape == Shape.PULSES ? 1 : 1 + 0.01 * random.nextGaussian();
            }
            double refill = shape != Shape.PULSES ? rate * wander / 1000 : ms % 100 == phase ? pulse : 0;
            double now = ms / 1000.0;
            boolean stalled = now >= trouble.stallAt() && now < trouble.stallAt() + trouble.stallSeconds();
            left = Math.min(most, left + (stalled && trouble.frozen() ? 0 : refill));
            double ramp = Math.min(1, (now + 0.001) / Math.max(0.001, trouble.slowStartSeconds()));
            double part = stalled ? 0 : Math.min(left, peak * ramp / 1000 * (0.95 + 0.1 * random.nextDouble()));
            left -= part;
            sent += part;
            if ((ms + 1) % intervalMillis == 0) {
                double counted = Math.max(reported, counted(sent, random));
                intervals.add(new Interval(
                        (ms + 1 - intervalMillis) * 1000L,
                        intervalMillis * 1000L,
                        Math.round(counted) - Math.round(reported),
                        null));
                reported = counted;
            }
        }
        return intervals;
    }

    private double counted(double sent, Random random) {
        return shape == Shape.BLOCKS
                ? Math.floor(sent / 850_000) * 850_000
                : sent + (random.nextDouble() - 0.5) * (1 << 18);
    }
}
