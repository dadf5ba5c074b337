package org.faasnetlab.testbed.aws.testbeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeavableOpeningTest {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void aFailureIsTheOpenings() {
        NotReadyException missing = NotReadyException.missing("lab", "eu-central-1");

        assertThatThrownBy(() -> LeavableOpening.open(() -> {
                    throw missing;
                }))
                .isSameAs(missing);
    }

    @Test
    void anOpeningThatHearsOfNoInterruptIsLeftAndWhatItOpensIsClosed() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                LeavableOpening.open(() -> {
                    hanging.countDown();
                    awaitUninterruptibly(answer);
                    return testbed();
                });
            } catch (LabException | InterruptedException left) {
                outcome.complete(left);
            }
        });
        caller.start();
        hanging.await();

        caller.interrupt();

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(closed.getCount()).isOne();
        answer.countDown();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException notHeard) {
                waiting = latch.getCount() > 0;
            }
        }
    }

    /** Knows how to be closed, and nothing else. */
    private Testbed testbed() {
        return (Testbed) Proxy.newProxyInstance(
                Testbed.class.getClassLoader(), new Class<?>[] {Testbed.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("close");
                    closed.countDown();
                    return null;
                });
    }
}
