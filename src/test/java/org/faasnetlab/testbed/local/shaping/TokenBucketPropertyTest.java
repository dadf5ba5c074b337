package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testing.local.FakeTiming;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketPropertyTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LATE = 10_000_000L;

    /** At most the burst, the allowance for late senders, and rate x time pass, for any pattern of use. */
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 419430400", "625, 0", "625, 314572800", "5000, 1", "10000, 0", "10000, 419430400"})
    void neverMorePassesThanTheBucketAllows(int megabits, long burst) throws InterruptedException {
        for (int seed = 0; seed < 40; seed++) {
            assertBucketLimit(megabits, burst, new Random(seed));
        }
    }

    private static void assertBucketLimit(int megabits, long burst, Random random) throws InterruptedException {
        long pause = random.nextInt(50_000_000);
        Bandwidth rate = Bandwidth.ofMegabits(megabits);
        FakeTiming timing = new FakeTiming(Long.MAX_VALUE - SECOND * 10_000, due -> pause % 1000);
        long start = timing.nanoTime();
        TokenBucket bucket = new TokenBucket(rate, burst, start);
        long sent = 0;
        for (int chunk : random.ints(200, 1, 262_145).toArray()) {
            timing.sleepUntil(bucket.take(chunk, timing.nanoTime(), LATE));
            sent += chunk;
            double seconds = (timing.nanoTime() - start + LATE) / 1e9;
            double allowed = burst + seconds * rate.bytesPerSecond();
            assertThat((double) sent).isLessThanOrEqualTo(allowed + 2 + rate.bytesPerSecond() / 1e9);
            timing.idle(pause);
        }
    }
}
