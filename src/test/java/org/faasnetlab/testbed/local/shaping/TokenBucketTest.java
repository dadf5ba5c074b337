package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testing.local.FakeTiming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LATE = 10_000_000L;

    private static void send(TokenBucket bucket, long bytes, int chunk, Timing timing) throws InterruptedException {
        for (long left = bytes; left > 0; left -= chunk) {
            timing.sleepUntil(bucket.take((int) Math.min(chunk, left), timing.nanoTime(), LATE));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2500", "100, 25000", "625, 156250", "625, 16384", "1000, 262144", "5000, 262144", "25000, 262144"})
    void theRateIsAccurateToATenthOfAPercent(double megabits, int chunk) throws InterruptedException {
        Bandwidth rate = Bandwidth.ofMegabits(megabits);
        FakeTiming timing = FakeTiming.exact();
        TokenBucket bucket = new TokenBucket(rate, 0, timing.nanoTime());
        long bytes = (long) (rate.bytesPerSecond() * 10);
        send(bucket, bytes, chunk, timing);
        assertThat(timing.nanoTime() / 1e9).isCloseTo(10.0, withPercentage(0.1));
    }

    @ParameterizedTest
    @CsvSource({"60000", "1000000", "9000000"})
    void wakingUpLateDoesNotReduceTheRate(long late) throws InterruptedException {
        FakeTiming timing = new FakeTiming(0, due -> late);
        Bandwidth rate = Bandwidth.ofMegabits(625);
        TokenBucket bucket = new TokenBucket(rate, 0, timing.nanoTime());
        send(bucket, (long) (rate.bytesPerSecond() * 10), 156_250, timing);
        assertThat(timing.nanoTime() / 1e9).isCloseTo(10.0, withPercentage(0.2));
    }

    @ParameterizedTest
    @CsvSource({"625, 300, 5000", "600, 300, 5000", "100, 50, 1000", "70, 10, 2000"})
    void theBurstLastsUntilTheBucketIsEmptyIncludingItsRefill(double rateMbit, long burstMiB, double peakMbit)
            throws InterruptedException {
        Bandwidth rate = Bandwidth.ofMegabits(rateMbit);
        long burst = burstMiB << 20;
        FakeTiming timing = FakeTiming.exact();
        Shaper shaper = new Shaper(
                new TokenBucket(rate, burst, timing.nanoTime()),
                List.of(new TokenBucket(Bandwidth.ofMegabits(peakMbit), 0, timing.nanoTime())),
                65_536,
                timing);
        double untilTheFall = burst / (1 - rateMbit / peakMbit);
        long sent = 0;
        long chunkNanos = 0;
        while (chunkNanos < 2 * 65_536 * 8_000L / peakMbit) {
            long before = timing.nanoTime();
            shaper.pass(65_536, 0);
            chunkNanos = timing.nanoTime() - before;
            sent += 65_536;
        }
        assertThat((double) sent).isCloseTo(untilTheFall, withPercentage(1));
        double aboveTheBaseline = sent - timing.nanoTime() / 1e9 * rate.bytesPerSecond();
        assertThat(aboveTheBaseline).isCloseTo((double) burst, within(2 * 65_536.0));
    }

    @Test
    void idleTimeFillsTheBucketUpToTheBurst() throws InterruptedException {
        FakeTiming timing = FakeTiming.exact();
        TokenBucket bucket = new TokenBucket(Bandwidth.ofMegabits(80), 1_000_000, timing.nanoTime());
        timing.idle(3600 * SECOND);
        long before = timing.nanoTime();
        timing.sleepUntil(bucket.take(1_000_000, before, 0));
        assertThat(timing.nanoTime()).isEqualTo(before);
        send(bucket, 10_000_000, 10_000, timing);
        assertThat(timing.nanoTime() - before).isCloseTo(SECOND, within(1_000L));
    }

    @Test
    void idleTimeFillsTheBucketAtItsRate() throws InterruptedException {
        FakeTiming timing = FakeTiming.exact();
        TokenBucket bucket = new TokenBucket(Bandwidth.ofMegabits(80), 50_000_000, timing.nanoTime());
        send(bucket, 50_000_000, 10_000, timing);
        assertThat(timing.nanoTime()).isZero();
        timing.idle(2 * SECOND);
        long before = timing.nanoTime();
        send(bucket, 20_000_000, 10_000, timing);
        assertThat(timing.nanoTime()).isEqualTo(before);
        send(bucket, 10_000_000, 10_000, timing);
        assertThat(timing.nanoTime() - before).isCloseTo(SECOND, within(1_000L));
    }

    @Test
    void anIdleSenderCatchesUpOnJitterOnly() throws InterruptedException {
        FakeTiming timing = FakeTiming.exact();
        TokenBucket bucket = new TokenBucket(Bandwidth.ofMegabits(800), 0, timing.nanoTime());
        Shaper shaper = new Shaper(bucket, List.of(), 100_000, timing);
        timing.idle(SECOND);
        long before = timing.nanoTime();
        shaper.pass(100_000, SECOND);
        shaper.pass(100_000, 0);
        assertThat(timing.nanoTime()).isEqualTo(before);
        shaper.pass(100_000, 0);
        assertThat(timing.nanoTime() - before).isEqualTo(SECOND / 1000);
    }
}
