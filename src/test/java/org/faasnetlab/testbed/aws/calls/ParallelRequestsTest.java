package org.faasnetlab.testbed.aws.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelRequestsTest {
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void requestsRunInParallel() throws Exception {
        CountDownLatch four = new CountDownLatch(4);
        ParallelRequests.run(Collections.nCopies(4, () -> {
            four.countDown();
            assertThat(four.await(30, TimeUnit.SECONDS)).isTrue();
            done.incrementAndGet();
        }));
        assertThat(done).hasValue(4);
    }

    @Test
    void failedRequestDoesNotStopOthers() {
        ParallelRequests.Request bad = () -> {
            throw new LabException(LabException.Kind.FAILED, "It is slow.", "Try again.");
        };
        assertThatThrownBy(() -> ParallelRequests.run(List.of(bad, done::incrementAndGet, bad, done::incrementAndGet)))
                .isInstanceOf(LabException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(done).hasValue(2);
    }

    @Test
    void interruptCancelsRunningRequests() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                ParallelRequests.run(List.of(() -> {
                    running.countDown();
                    new CountDownLatch(1).await();
                }));
            } catch (LabException | InterruptedException stopped) {
                outcome.complete(stopped);
            }
        });
        caller.start();
        running.await();
        caller.interrupt();

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void interruptIsDeferredDuringUninterruptibleRequests() throws Exception {
        Thread.currentThread().interrupt();
        ParallelRequests.runUninterruptibly(List.of(done::incrementAndGet, done::incrementAndGet));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasValue(2);
    }
}
