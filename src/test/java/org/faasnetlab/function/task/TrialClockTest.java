package org.faasnetlab.function.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.faasnetlab.testing.function.FakeTimeSource;
import org.junit.jupiter.api.Test;

class TrialClockTest {

    /** The first reading of the wall clock takes 8 ms, in which it advances: one that counted would be 8 ms wrong. */
    @Test
    void aSlowFirstReadingDoesNotShiftTheTimeline() {
        TimeSource slowAtFirst = new FakeTimeSource(5_000) {
            private boolean read;

            @Override
            public long epochMicros() {
                if (!read) {
                    read = true;
                    advanceMillis(8);
                }
                return super.epochMicros();
            }
        };

        TrialClock clock = new TrialClock(slowAtFirst, 6_000);

        assertThat(clock.offsetMicros()).isEqualTo(-992_000);
    }

    @Test
    void aStepOfTheWallClockChangesNothing() {
        FakeTimeSource time = new FakeTimeSource(5_000);
        TrialClock clock = new TrialClock(time, 6_000);
        time.stepWallClockMillis(3_600_000);
        time.advanceMillis(250);

        assertThat(clock.offsetMicros()).isEqualTo(-750_000);
    }
}
