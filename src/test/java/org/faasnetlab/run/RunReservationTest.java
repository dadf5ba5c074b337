package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.RunnerHarness;
import org.junit.jupiter.api.Test;

/** A run reserves its testbed before it starts and releases it when it has ended. */
class RunReservationTest {
    private static final LabException OCCUPIED =
            new LabException(LabException.Kind.REFUSED, "Ada measures on the testbed.", "Wait until she has finished.");

    private final RunnerHarness lab = new RunnerHarness();

    @Test
    void testbedIsReservedForTheWholeRunAndReleased() throws Exception {
        RunRow run = lab.run("seconds=2", "repeats=3");

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(lab.testbed.reserved)
                .singleElement()
                .satisfies(expected -> assertThat(expected).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(20)));
        assertThat(lab.testbed.released).isOne();
    }

    @Test
    void runOnAnOccupiedTestbedIsRefusedBeforeItIsStored() throws Exception {
        lab.testbed.occupied = OCCUPIED;

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> lab.start("seconds=2"))
                .isSameAs(OCCUPIED);
        assertThat(lab.store.runs()).isEmpty();

        lab.testbed.occupied = null;
        assertThat(lab.run("seconds=2").status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void testbedOfAFailedRunIsReleased() throws Exception {
        lab.testbed.onPrepare = () -> {
            throw new FakeTestbed.NoServer();
        };

        assertThat(lab.run("seconds=2").status()).isEqualTo(RunStatus.FAILED);
        assertThat(lab.testbed.released).isOne();
    }

    @Test
    void resumedRunReservesTheTimeOfItsRemainingTrials() throws Exception {
        lab.testbed.onPrepare = () -> {
            if (lab.testbed.log.size() > 2) {
                throw new FakeTestbed.NoServer();
            }
            return "nothing";
        };
        RunRow stopped = lab.run("seconds=10", "repeats=5");
        lab.testbed.onPrepare = () -> "nothing";

        assertThat(lab.resume(stopped).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(lab.testbed.reserved).hasSize(2);
        assertThat(lab.testbed.reserved.get(1)).isLessThan(lab.testbed.reserved.get(0));
        assertThat(lab.testbed.released).isEqualTo(2);
    }
}
