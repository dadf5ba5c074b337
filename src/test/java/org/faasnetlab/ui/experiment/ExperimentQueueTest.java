package org.faasnetlab.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.run.StubTestbed;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.testing.ui.TestPlans;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.iperf3.Iperf3Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentQueueTest {
    private final FakeLabWithStore lab = new FakeLabWithStore(Path.of("/data"));
    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final TestbedSession session = new TestbedSession(lab, tasks);
    private final CurrentRun run = new CurrentRun(tasks);
    private final ExperimentQueue queue =
            new ExperimentQueue(lab, session, run, tasks, () -> new RunProgress(Clock.systemUTC()));

    @BeforeEach
    void useThisComputer() {
        session.startLocal(LocalTestbedSettings.defaults(Path.of("/data")), NetworkSettings.REAL);
    }

    @Test
    void eachStartsWhenTheOneBeforeIsStored() throws LabException {
        add("a", "b", "c");
        assertThat(queue.duration())
                .isEqualTo(PlanEstimate.of(plan("a", 1)).duration().multipliedBy(3));
        assertThat(lab.started()).isEmpty();

        queue.startNext();
        assertThat(started()).containsExactly("a");
        assertThat(queue.canStart().get()).isFalse();
        queue.startNext();
        assertThat(started()).containsExactly("a");

        lab.run().end();
        assertThat(started()).containsExactly("a", "b");
        assertThat(waiting()).containsExactly("c");
        lab.run().end(RunStatus.FAILED);
        assertThat(started()).containsExactly("a", "b", "c");
        lab.run().end();
        assertThat(waiting()).isEmpty();
        assertThat(queue.halted().get()).isEmpty();
    }

    @Test
    void afterACancelTheOthersWaitForTheUser() throws LabException {
        add("a", "b");
        queue.startNext();

        lab.run().end(RunStatus.CANCELLED);

        assertThat(waiting()).containsExactly("b");
        assertThat(queue.halted().get()).startsWith("The run was cancelled.");
        queue.startNext();
        assertThat(started()).containsExactly("a", "b");
        assertThat(queue.halted().get()).isEmpty();
    }

    @Test
    void nothingStartsOnAnotherTestbedByItself() throws LabException {
        add("a", "b");
        queue.startNext();
        session.open(() -> new TestbedSession.Opened(new StubTestbed("lambda-use1"), null));

        lab.run().end();

        assertThat(started()).containsExactly("a");
        assertThat(queue.halted().get())
                .isEqualTo("\u201cb\u201d was added for the testbed This computer, but lambda-use1 is active. Start it"
                        + " there, or remove it.");
        queue.startNext();
        assertThat(started()).containsExactly("a", "b");
    }

    @Test
    void testbedOfTheSameNameInAnotherRegionIsAnother() throws LabException {
        StubTestbed frankfurt = new StubTestbed("lab");
        frankfurt.region = "eu-central-1";
        StubTestbed virginia = new StubTestbed("lab");
        virginia.region = "us-east-1";
        session.open(() -> new TestbedSession.Opened(frankfurt, null));
        add("a", "b");
        queue.startNext();
        session.open(() -> new TestbedSession.Opened(virginia, null));

        lab.run().end();

        assertThat(started()).containsExactly("a");
        assertThat(queue.halted().get())
                .isEqualTo("\u201cb\u201d was added for the testbed lab (eu-central-1), but lab (us-east-1) is active."
                        + " Start it there, or remove it.");
    }

    @Test
    void anExperimentThatNoLongerFitsHaltsTheQueue() throws LabException {
        queue.add(plan("a", 1));
        queue.add(plan("large", 900));
        add("c");
        queue.startNext();
        session.closeNamed("This computer");

        lab.run().end();

        assertThat(queue.halted().get())
                .isEqualTo("\u201clarge\u201d did not start. No testbed is running. Start one first.");
        session.open(() -> new TestbedSession.Opened(
                new StubTestbed(
                        "small", new TestbedLimits(500, Duration.ofMillis(500), Duration.ofMillis(30)), () -> {}),
                null));
        queue.startNext();
        assertThat(queue.halted().get()).contains("at most 500 concurrent functions");
        assertThat(waiting()).containsExactly("large", "c");

        queue.remove(queue.waiting().get(0));
        queue.startNext();
        assertThat(started()).containsExactly("a", "c");
    }

    @Test
    void aStartThatFailsHaltsTheQueueWithTheReason() throws LabException {
        add("a", "b");
        lab.failNext(new LabException(LabException.Kind.FAILED, "iperf3 was not found.", "Install iperf3."));

        queue.startNext();

        assertThat(queue.halted().get())
                .isEqualTo("\u201ca\u201d did not start. iperf3 was not found. Install iperf3.");
        assertThat(waiting()).containsExactly("a", "b");
        assertThat(queue.canStart().get()).isTrue();
    }

    @Test
    void orderChangesWithinTheQueueAndClearingCanBeUndone() throws LabException {
        add("a", "b", "c");

        queue.move(queue.waiting().get(2), -1);
        assertThat(waiting()).containsExactly("a", "c", "b");
        queue.move(queue.waiting().get(0), -1);
        queue.move(queue.waiting().get(2), 1);
        assertThat(waiting()).containsExactly("a", "c", "b");

        List<QueuedExperiment> removed = queue.clear();
        assertThat(waiting()).isEmpty();
        add("d");
        queue.restore(removed);
        assertThat(waiting()).containsExactly("a", "c", "b", "d");
    }

    @Test
    void whatCannotRunIsNotAdded() {
        assertThatThrownBy(() -> queue.add(plan("huge", 1001)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("at most 1000 concurrent functions");
        assertThat(waiting()).isEmpty();
    }

    private void add(String... titles) throws LabException {
        for (String title : titles) {
            queue.add(plan(title, 1));
        }
    }

    private static ExperimentPlan plan(String title, int functions) {
        return TestPlans.plan("iperf3-single", Iperf3Settings.USUAL, List.of(functions))
                .withTitle(title);
    }

    private List<String> started() {
        return lab.started().stream().map(ExperimentPlan::title).toList();
    }

    private List<String> waiting() {
        return queue.waiting().stream().map(one -> one.plan().title()).toList();
    }
}
