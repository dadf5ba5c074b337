package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SandboxPoolTest {
    private static final FunctionVersion SMALL = new FunctionVersion(128);
    private static final FunctionVersion LARGE = new FunctionVersion(1769);
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final AtomicInteger tokens = new AtomicInteger();
    private final SandboxPool pool = new SandboxPool(3, 2, () -> "token" + tokens.incrementAndGet());

    @Test
    void theMostRecentlyReleasedSandboxIsUsedFirst() throws Exception {
        SandboxProcess first = pool.place(SMALL, invocation()).sandbox();
        SandboxProcess second = pool.place(SMALL, invocation()).sandbox();
        free(first, START);
        free(second, START.plusSeconds(1));

        AcceptedInvocation next = invocation();
        assertThat(pool.place(SMALL, next).cold()).isFalse();

        assertThat(pool.running()).containsExactly(second);
        assertThat(second.awaitNext()).isSameAs(next);
    }

    @Test
    void anIdleSandboxOfAnotherSizeIsNotUsed() throws Exception {
        free(pool.place(SMALL, invocation()).sandbox(), START);

        assertThat(pool.place(LARGE, invocation()).cold()).isTrue();
    }

    @Test
    void anEndedSandboxIsSkipped() throws Exception {
        SandboxProcess ended = pool.place(SMALL, invocation()).sandbox();
        free(ended, START);
        ended.end();

        assertThat(pool.place(SMALL, invocation()).sandbox()).isNotSameAs(ended);
    }

    @Test
    void invocationsAboveTheLimitAreRejectedUntilASandboxIsFree() throws Exception {
        SandboxProcess first = pool.place(SMALL, invocation()).sandbox();
        pool.place(SMALL, invocation());
        pool.place(LARGE, invocation());
        assertThatThrownBy(() -> pool.place(SMALL, invocation()))
                .isInstanceOfSatisfying(
                        LambdaApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(429));

        free(first, START);

        assertThat(pool.place(SMALL, invocation()).cold()).isFalse();
    }

    @Test
    void anEndedSandboxFreesItsPlace() throws Exception {
        SandboxProcess ended = pool.place(SMALL, invocation()).sandbox();
        pool.place(SMALL, invocation());
        pool.place(SMALL, invocation());
        pool.remove(ended);

        assertThat(pool.place(SMALL, invocation()).cold()).isTrue();
        assertThat(pool.find(ended.token())).isNull();
    }

    @Test
    void theLongestIdleSandboxesAboveTheMaximumAreReleased() throws Exception {
        SandboxProcess first = pool.place(SMALL, invocation()).sandbox();
        SandboxProcess second = pool.place(SMALL, invocation()).sandbox();
        SandboxProcess third = pool.place(SMALL, invocation()).sandbox();
        free(first, START);
        free(second, START);

        third.finish(third.awaitNext());
        assertThat(pool.release(third, START)).containsExactly(first);
    }

    @Test
    void sandboxesIdleForTooLongAreRemoved() throws Exception {
        SandboxProcess first = pool.place(SMALL, invocation()).sandbox();
        SandboxProcess second = pool.place(SMALL, invocation()).sandbox();
        free(first, START);
        free(second, START.plusSeconds(10));

        assertThat(pool.takeIdleSince(START.plusSeconds(9))).containsExactly(first);
        assertThat(pool.find(first.token())).isNull();
        assertThat(pool.find(second.token())).isSameAs(second);
    }

    @Test
    void aClosedPoolAcceptsNoInvocations() throws Exception {
        SandboxProcess running = pool.place(SMALL, invocation()).sandbox();

        assertThat(pool.close()).containsExactly(running);
        assertThatThrownBy(() -> pool.place(SMALL, invocation())).isInstanceOf(LambdaApiException.class);
    }

    private void free(SandboxProcess sandbox, Instant when) throws InterruptedException {
        sandbox.finish(sandbox.awaitNext());
        assertThat(pool.release(sandbox, when)).isEmpty();
    }

    private static AcceptedInvocation invocation() {
        return new AcceptedInvocation("id", new byte[0], new ResponseBuffer());
    }
}
