package org.faasnetlab.testing.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A transfer made up by a formula, in steps of 1 ms, with what is true about it.
 *
 * @param truth null if the transfer has no burst
 */
public record SyntheticTransfer(
        List<Interval> intervals, @Nullable Truth truth) {
    private static final double MBIT = 125;
    private static final double MIB = 1 << 20;

    /**
     * What is true about a burst.
     *
     * @param burst content of the bucket in bytes
     * @param rate mean rate until the bucket was empty in bytes per second
     * @param seconds from the start until it was empty
     * @param baseline bytes per second; of the second level if there are two
     */
    public record Truth(double burst, double rate, double seconds, double baseline) {}

    /** What a correct analysis answers. */
    public enum Answer {
        ONE_RATE,
        BURST,
        TWO_LEVELS,
        CHANGED
    }

    /** The kinds of transfers. Rates are in Mbit/s, of 20 s. */
    public enum Kind {
        CONSTANT(Answer.ONE_RATE, at -> 625),
        CONSTANT_SLOW(Answer.ONE_RATE, at -> 70),
        SLOW_START(Answer.ONE_RATE, at -> Math.min(625, 5 * Math.pow(2, at / 0.1))),
        SLOW_START_LONG(Answer.ONE_RATE, at -> Math.min(2000, 5 * Math.pow(2, at / 0.2))),
        DEAD_SECOND(Answer.ONE_RATE, at -> at >= 7 && at < 8 ? 0 : 625),
        /** Every 5 s a loss cuts the rate to 0.7, then it grows as CUBIC does (RFC 9438, section 4.2). */
        CUBIC(Answer.ONE_RATE, at -> 625 * (1 + 0.3 * Math.pow((at % 5) / 5 * 1.3 - 1, 3))),
        /** BBR's cycle: one phase of 1.25, one of 0.75, six of 1; every 10 s 0.2 s of nearly nothing. */
        BBR(
                Answer.ONE_RATE,
                at -> at % 10 > 9.8
                        ? 20
                        : 600 * ((int) (at / 0.1) % 8 == 0 ? 1.25 : (int) (at / 0.1) % 8 == 1 ? 0.75 : 1)),
        DRIFT_DOWN(Answer.CHANGED, at -> 625 * (1 - 0.4 * at / 20)),
        DRIFT_UP(Answer.CHANGED, at -> 375 * (1 + 0.6 * at / 20)),
        RELAXATION(Answer.CHANGED, at -> 625 * (1 + Math.exp(-at / 4))),
        LATE_SPEED_UP(Answer.CHANGED, at -> at < 12 ? 100 : 1000),
        SHARED_CEILING(Answer.CHANGED, at -> 450),
        STEP_DOWN(Answer.BURST, 2500, 625, 2000 * MBIT * 1000 * 5 / MIB, 0),
        BUCKET_300(Answer.BURST, 5000, 625, 300, 0),
        BUCKET_300_PULSES(Answer.BURST, 5000, 625, 300, 0),
        BUCKET_300_SLOW_START(Answer.BURST, 5000, 625, 300, 0),
        BUCKET_150_UPLOAD(Answer.BURST, 1900, 580, 150, 0),
        BUCKET_1000(Answer.BURST, 10_000, 1250, 1000, 0),
        BUCKET_20(Answer.BURST, 1200, 625, 20e6 / MIB, 0),
        TWO_LEVELS(Answer.TWO_LEVELS, 5000, 2000, 300, 1e9 / MIB);

        private final Answer answer;
        private final Course course;
        private final double rate;
        private final double bucket;
        private final double secondBucket;

        Kind(Answer answer, Course course) {
            this.answer = answer;
            this.course = course;
            this.rate = 0;
            this.bucket = 0;
            this.secondBucket = 0;
        }

        /** @param secondBucket MiB above 625 Mbit/s, after the first bucket; 0 for none */
        Kind(Answer answer, double peak, double rate, double bucket, double secondBucket) {
            this.answer = answer;
            this.course = at -> peak;
            this.rate = rate;
            this.bucket = bucket;
            this.secondBucket = secondBucket;
        }

        public Answer answer() {
            return answer;
        }

        public boolean hasBurst() {
            return bucket > 0;
        }

        /**
         * One transfer.
         *
         * @param jitter coefficient of variation of the rates of sender and bucket over 100 ms
         */
        public SyntheticTransfer run(double jitter, int intervalMillis, long seed) {
            return new Simulation(this, jitter, seed).run(intervalMillis);
        }
    }

    /** The intervals of a transfer of 20 s through another bucket than those of {@link Kind#BUCKET_20}. */
    public static List<Interval> bucket(double mebibytes, double jitter, int intervalMillis, long seed) {
        return new Simulation(Kind.BUCKET_20, mebibytes, jitter, seed)
                .run(intervalMillis)
                .intervals();
    }

    private interface Course {
        double megabits(double seconds);
    }

    private static final class Simulation {
        private static final int MILLIS = 20_000;
        private static final double[] SHARES = {0, 0, 40, 80, 150, 300, 500, 900, 1800};

        private final Kind kind;
        private final double bucket;
        private final double jitter;
        private final Random random;
        private double left;
        private double secondLeft;
        private double sent;
        private double emptyAt;
        private double sentUntilEmpty;

        Simulation(Kind kind, double jitter, long seed) {
            this(kind, kind.bucket, jitter, seed);
        }

        Simulation(Kind kind, double bucket, double jitter, long seed) {
            this.kind = kind;
            this.jitter = jitter;
            this.random = new Random(seed * 31 + kind.ordinal());
            this.bucket = bucket;
            this.left = bucket * MIB;
            this.secondLeft = kind.secondBucket * MIB;
        }

        SyntheticTransfer run(int intervalMillis) {
            List<Interval> intervals = new ArrayList<>();
            double reported = 0;
            double path = 1;
            double refill = 1;
            double share = 1;
            int phase = random.nextInt(100);
            for (int ms = 0; ms < MILLIS; ms++) {
                if (ms % 100 == 0) {
                    path = Math.max(0, 1 + jitter * random.nextGaussian());
                    refill = Math.max(0, 1 + jitter * random.nextGaussian());
                    share = SHARES[random.nextInt(SHARES.length)] / 450;
                }
                double at = ms / 1000.0;
                double wanted = kind.course.megabits(at) * path * MBIT;
                if (kind == Kind.SHARED_CEILING) {
                    wanted = share * 450 * MBIT;
                }
                if (kind == Kind.BUCKET_300_SLOW_START) {
                    wanted = Math.min(wanted, 5 * MBIT * Math.pow(2, at / 0.04));
                }
                sent += kind.hasBurst() ? limited(wanted, refill, ms, ms % 100 == phase) : wanted;
                if ((ms + 1) % intervalMillis == 0) {
                    intervals.add(new Interval(
                            (ms + 1 - intervalMillis) * 1000L,
                            intervalMillis * 1000L,
                            Math.round(sent) - Math.round(reported),
                            null));
                    reported = sent;
                }
            }
            return new SyntheticTransfer(
                    intervals,
                    kind.hasBurst()
                            ? new Truth(bucket * MIB, sentUntilEmpty / emptyAt, emptyAt, kind.rate * MBIT * 1000)
                            : null);
        }

        private double limited(double wanted, double refill, int ms, boolean pulse) {
            double tokens = kind.rate * MBIT * refill;
            if (kind == Kind.BUCKET_300_PULSES) {
                tokens = pulse ? kind.rate * MBIT * 100 : 0;
            }
            double capacity = bucket * MIB + Math.max(tokens, kind.rate * MBIT * 2);
            left = Math.min(capacity, left + tokens);
            double part = Math.min(left, wanted);
            if (kind.secondBucket > 0) {
                secondLeft += 625 * MBIT * refill;
                part = Math.min(part, secondLeft);
                secondLeft -= part;
            }
            left -= part;
            if (emptyAt == 0 && part < wanted) {
                emptyAt = (ms + part / wanted) / 1000.0;
                sentUntilEmpty = sent + part;
            }
            return part;
        }
    }
}
