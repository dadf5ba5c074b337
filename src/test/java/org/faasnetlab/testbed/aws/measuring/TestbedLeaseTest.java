package org.faasnetlab.testbed.aws.measuring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.LabException;
import org.faasnetlab.testing.ManualClock;
import org.junit.jupiter.api.Test;

class TestbedLeaseTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofHours(1));

    private final ManualClock clock = new ManualClock(NOON);
    private Instant extended = END;
    private final TestbedLease lease = new TestbedLease("lab", END, () -> extended, clock);

    @Test
    void planThatFitsIsAccepted() {
        assertThatCode(() -> lease.require("The run", Duration.ofMinutes(59))).doesNotThrowAnyException();
    }

    @Test
    void planLongerThanTheLeaseIsRejectedWithBothTimes() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> lease.require("The run", Duration.ofMinutes(130)))
                .withMessage("The run takes about 2 h 10 min, but the lease of testbed lab ends in 1 h 0 min.")
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(failure.nextStep())
                        .contains("faasnetlab aws extend lab"));
    }

    @Test
    void extensionByAnotherProgramIsNoticed() {
        extended = END.plus(Duration.ofHours(2));

        assertThatCode(() -> lease.require("The run", Duration.ofMinutes(130))).doesNotThrowAnyException();
    }

    @Test
    void expiredLeaseIsReportedAsSuch() {
        clock.set(END.plusSeconds(1));

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> lease.require("The next trial", Duration.ofSeconds(15)))
                .withMessage("The next trial takes about 15 s, but the lease of testbed lab has expired.");
    }
}
