package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testing.local.FakeTiming;
import org.junit.jupiter.api.Test;

class ShaperTest {
    private static final long MILLI = 1_000_000L;

    private final FakeTiming timing = FakeTiming.exact();
    private final long start = timing.nanoTime();
    private final Shaper shaper =
            new Shaper(new TokenBucket(Bandwidth.ofMegabits(8), 0, start), List.of(), 64 << 10, timing);

    @Test
    void immediateBytesDoNotWait() {
        shaper.passImmediately(100_000);

        assertThat(timing.nanoTime()).isEqualTo(start);
    }

    @Test
    void laterBytesWaitForImmediateOnes() throws InterruptedException {
        shaper.passImmediately(100_000);
        shaper.pass(1_000, 0);

        // 100,000 bytes at 1 MB/s, minus the 2 ms that an idle sender may catch up on.
        assertThat(timing.nanoTime() - start).isBetween(97 * MILLI, 102 * MILLI);
    }
}
