package org.faasnetlab.function.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.junit.jupiter.api.Test;

class StartGateTest {
    private static final long NOW = 1_800_000_000_000L;

    private final FakeTimeSource time = new FakeTimeSource(NOW);
    /** Sleeps by advancing the fake clock, always slightly too far, like a real system. */
    private final StopSignal stop = new StopSignal() {
        @Override
        public boolean await(long nanos) {
            time.park(nanos + 1_500_000);
            return cause() != null;
        }
    };

    private final StartGate gate = new StartGate(time, stop);

    @Test
    void theFunctionStartsAtT0AlthoughSleepsAreTooLong() throws Exception {
        TrialClock clock = new TrialClock(time, NOW + 2_345);
        gate.await(clock);

        assertThat(clock.offsetMicros()).isZero();
    }

    @Test
    void aLateFunctionStartsImmediately() throws Exception {
        TrialClock clock = new TrialClock(time, NOW - 40);
        gate.await(clock);

        assertThat(clock.offsetMicros()).isEqualTo(40_000);
    }

    @Test
    void aStepOfTheWallClockDoesNotMoveTheStart() throws Exception {
        TrialClock clock = new TrialClock(time, NOW + 100);
        long before = time.nanoTime();
        time.stepWallClockMillis(-5_000);
        gate.await(clock);

        assertThat(time.nanoTime() - before).isEqualTo(100_000_000L);
    }

    @Test
    void aStopEndsTheWait() {
        stop.raise(StopSignal.Cause.DEADLINE);

        assertThatThrownBy(() -> gate.await(new TrialClock(time, NOW + 2_000)))
                .isInstanceOfSatisfying(
                        TaskException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.DEADLINE));
    }
}
