package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.faasnetlab.testing.local.FakeTiming;
import org.junit.jupiter.api.Test;

class StartBarrierTest {
    private final FakeTiming timing = FakeTiming.exact();
    private final StartBarrier barrier = new StartBarrier(timing);

    @Test
    void isOpenUnlessItIsClosed() {
        assertThat(barrier.isClosed()).isFalse();
        barrier.close();
        assertThat(barrier.isClosed()).isTrue();
    }

    @Test
    void opensAtT0() throws Exception {
        barrier.close();
        barrier.openAt(Instant.EPOCH.plusMillis(300));
        assertThat(barrier.isClosed()).isTrue();
        barrier.await();
        assertThat(timing.nanoTime()).isEqualTo(300_000_000);
        assertThat(barrier.isClosed()).isFalse();
    }

    @Test
    void isOpenIfT0HasPassed() throws Exception {
        timing.idle(400_000_000);
        barrier.close();
        barrier.openAt(Instant.EPOCH.plusMillis(300));
        assertThat(barrier.isClosed()).isFalse();
        barrier.await();
        assertThat(timing.nanoTime()).isEqualTo(400_000_000);
    }
}
