package org.faasnetlab.testbed.aws.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.run.RunnerHarness;
import org.junit.jupiter.api.Test;

class TestbedLeaseTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofHours(1));

    private final ManualClock clock = new ManualClock(NOON);
    private Instant extended = END;
    private final TestbedLease lease = new TestbedLease("lab", END, () -> extended, clock);

    @Test
    void planThatFitsIsAccepted() {
        assertThatCode(() -> lease.require(Phrase.verbatim("The run"), Duration.ofMinutes(59)))
                .doesNotThrowAnyException();
    }

    @Test
    void planLongerThanTheLeaseIsRejectedWithBothTimes() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> lease.require(Phrase.verbatim("The run"), Duration.ofMinutes(130)))
                .withMessage("The run takes about 2 h 10 min, but the lease of testbed lab ends in 1 h 0 min.")
                .satisfies(failure -> assertThat(failure.nextStep()).contains("faasnetlab aws extend lab"));
    }

    @Test
    void extensionByAnotherProgramIsNoticed() {
        extended = END.plus(Duration.ofHours(2));

        assertThatCode(() -> lease.require(Phrase.verbatim("The run"), Duration.ofMinutes(130)))
                .doesNotThrowAnyException();
    }

    @Test
    void runWhoseLeaseEndsStopsWithThatReasonAndResumesAfterAnExtension() throws Exception {
        RunnerHarness lab = new RunnerHarness();
        lab.testbed.onPrepare = () -> {
            if (lab.testbed.log.size() > 3) {
                clock.set(END.minusSeconds(10));
            }
            lease.require(Phrase.verbatim("The next trial"), Duration.ofSeconds(15));
            return "ready";
        };

        RunRow stopped = lab.run("repeats=4");

        assertThat(stopped.status()).isEqualTo(RunStatus.FAILED);
        assertThat(stopped.message())
                .isEqualTo("The next trial takes about 15 s, but the lease of testbed lab ends in 10 s. "
                        + "Extend the lease with 'faasnetlab aws extend lab --by 1h', or measure less.");
        assertThat(lab.store.trials(stopped.id()))
                .extracting(TrialRow::status)
                .containsExactly(RunStatus.COMPLETED, RunStatus.COMPLETED, RunStatus.FAILED);

        extended = END.plus(Duration.ofHours(1));
        RunRow resumed = lab.resume(stopped);

        assertThat(resumed.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(lab.store.trials(stopped.id()))
                .extracting(TrialRow::status)
                .filteredOn(RunStatus.COMPLETED::equals)
                .hasSize(4);
    }

    @Test
    void expiredLeaseIsReportedAsSuch() {
        clock.set(END.plusSeconds(1));

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> lease.require(Phrase.verbatim("The next trial"), Duration.ofSeconds(15)))
                .withMessage("The next trial takes about 15 s, but the lease of testbed lab has expired.");
    }
}
