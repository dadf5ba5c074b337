package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.InvalidPlanException;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.RunnerHarness;
import org.junit.jupiter.api.Test;

/** When a run is accepted and when it is rejected. */
class RunStartTest {
    private final RunnerHarness bench = new RunnerHarness();

    @Test
    void secondRunIsRejectedWhileOneIsActive() throws Exception {
        bench.start();
        assertThatThrownBy(() -> bench.start()).isInstanceOf(LabException.class).hasMessageContaining("run-1");
        assertThat(bench.finish().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void nextRunCanStartAsSoonAsEndIsReported() throws Exception {
        bench.start();
        AtomicReference<Throwable> refused = new AtomicReference<>();
        bench.active.ended().thenRun(() -> {
            try {
                bench.start();
            } catch (LabException | InterruptedException busy) {
                refused.set(busy);
            }
        });
        bench.threads.remove().run();
        assertThat(refused.get()).isNull();
        assertThat(bench.threads).hasSize(1);
    }

    @Test
    void tooManyFunctionsForTestbedAreRejected() {
        bench.testbed.maxFunctions = 10;
        assertThatThrownBy(() -> bench.start("functions=1,16"))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage("16 concurrent functions exceed the limit of Fake, 10.");
        assertThat(bench.threads).isEmpty();
    }

    @Test
    void missingTestbedFeatureIsReportedBeforeRun() {
        bench.testbed.lacking = new FakeTestbed.NoServer();
        assertThatThrownBy(() -> bench.start()).isInstanceOf(FakeTestbed.NoServer.class);
        assertThat(bench.threads).isEmpty();
    }
}
