package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundThreadsTest {
    private final ExecutorService threads = BackgroundThreads.open();

    @Test
    void aTaskRunsOnAThreadThatDoesNotKeepTheProgramAlive() throws Exception {
        assertThat(threads.submit(() -> Thread.currentThread().isDaemon()).get(60, TimeUnit.SECONDS))
                .isTrue();
        threads.shutdownNow();
    }

    @Test
    void aTaskAfterTheShutdownIsDroppedWithoutAnError() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        threads.shutdownNow();
        threads.execute(() -> ran.set(true));
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isFalse();
    }
}
