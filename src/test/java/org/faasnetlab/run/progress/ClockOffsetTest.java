package org.faasnetlab.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The function's clock is 30 ms ahead. The event takes 12 ms to the function and records 5 ms or more back, so that the
 * offset is from 25 to 42 ms: 33.5 ms, at most 8.5 ms wrong.
 */
class ClockOffsetTest {
    private static final Instant T0 = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant INVOKED = T0.minusMillis(1000);
    private static final long RECEIVED_MICROS = (T0.toEpochMilli() - 1000 + 12 + 30) * 1000;

    @Test
    void theOffsetIsTheMiddleOfWhatBothDirectionsAllow() {
        assertThat(twoRecords().estimate(T0, INVOKED, RECEIVED_MICROS))
                .contains(new ClockOffset.Estimate(33_500, 8_500));
    }

    @Test
    void partsOfATrialAreMerged() {
        ClockOffset first = new ClockOffset();
        first.merge(twoRecords());
        first.merge(new ClockOffset());
        assertThat(first.estimate(T0, INVOKED, RECEIVED_MICROS)).contains(new ClockOffset.Estimate(33_500, 8_500));
    }

    @Test
    void withoutOneDirectionItIsUnknown() {
        assertThat(new ClockOffset().estimate(T0, INVOKED, RECEIVED_MICROS)).isEmpty();
        assertThat(twoRecords().estimate(T0, null, RECEIVED_MICROS)).isEmpty();
        assertThat(twoRecords().estimate(T0, INVOKED, null))
                .as("a function of an earlier version")
                .isEmpty();
    }

    @Test
    void aClockThatWasSetMeanwhileGivesNoOffset() {
        assertThat(twoRecords().estimate(T0, INVOKED, RECEIVED_MICROS - 20_000)).isEmpty();
    }

    /** Sent 100 and 200 ms after T0 by the function's clock. */
    private static ClockOffset twoRecords() {
        ClockOffset clock = new ClockOffset();
        clock.sent(100_000, T0.plusMillis(100 - 30 + 9));
        clock.sent(200_000, T0.plusMillis(200 - 30 + 5));
        return clock;
    }
}
