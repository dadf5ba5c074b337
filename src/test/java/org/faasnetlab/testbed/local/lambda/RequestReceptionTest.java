package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RequestReceptionTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    private RequestReception reception(int maxConcurrent, Duration limit) {
        return new RequestReception(threads, timer, maxConcurrent, limit);
    }

    @Test
    void aRequestThatIsNotReceivedInTimeIsInterruptedAndMakesWay() throws Exception {
        RequestReception reception = reception(1, Duration.ofMillis(50));
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch next = new CountDownLatch(1);

        reception.execute(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        reception.execute(next::countDown);

        interrupted.await();
        next.await();
    }

    @Test
    void aReceivedRequestMayTakeLongAndMakesWayImmediately() throws Exception {
        RequestReception reception = reception(1, Duration.ofMillis(50));
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();

        reception.execute(() -> {
            reception.received();
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            ended.countDown();
        });
        CountDownLatch afterTheLimit = new CountDownLatch(1);
        reception.execute(() -> {
            reception.received();
            timer.schedule(afterTheLimit::countDown, 100, TimeUnit.MILLISECONDS);
        });
        afterTheLimit.await();
        release.countDown();
        ended.await();

        assertThat(interrupted).isFalse();
    }
}
