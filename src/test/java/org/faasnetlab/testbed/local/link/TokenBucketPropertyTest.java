package org.faasnetlab.testbed.local.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.faasnetlab.measure.Bandwidth;

class TokenBucketPropertyTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LATE = 10_000_000L;

    /** No more passes than the burst, what lateness allows, and rate x time, whatever the pattern of use. */
    @Property(tries = 200)
    void neverMorePassesThanTheBucketHolds(
            @ForAll @IntRange(min = 1, max = 10_000) int megabits,
            @ForAll @LongRange(max = 400L << 20) long burst,
            @ForAll List<@IntRange(min = 1, max = 262_144) Integer> chunks,
            @ForAll @LongRange(max = 50_000_000) long pause)
            throws InterruptedException {
        Bandwidth rate = Bandwidth.ofMegabits(megabits);
        FakeTiming timing = new FakeTiming(Long.MAX_VALUE - SECOND * 10_000, due -> pause % 1000);
        long start = timing.nanoTime();
        TokenBucket bucket = new TokenBucket(rate, burst, start);
        long sent = 0;
        for (int chunk : chunks) {
            timing.sleepUntil(bucket.take(chunk, timing.nanoTime(), LATE));
            sent += chunk;
            double seconds = (timing.nanoTime() - start + LATE) / 1e9;
            double allowed = burst + seconds * rate.bytesPerSecond();
            assertThat((double) sent).isLessThanOrEqualTo(allowed + 2 + rate.bytesPerSecond() / 1e9);
            timing.idle(pause);
        }
    }
}
