package org.faasnetlab.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.testing.ui.ResultSamples;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.Test;

class ResumeViewModelTest {
    private final FakeLabWithStore lab = new FakeLabWithStore(Path.of("/data"));
    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final TestbedSession session = new TestbedSession(lab, tasks);
    private final CurrentRun current = new CurrentRun(tasks);
    private final Navigation navigation = new Navigation();
    private final List<ExperimentPlan> opened = new ArrayList<>();
    private final List<ExperimentPlan> started = new ArrayList<>();
    private final List<ExperimentPlan> queued = new ArrayList<>();
    private final List<LabException> failures = new ArrayList<>();
    private final ResumeViewModel again = new ResumeViewModel(
            lab,
            session,
            current,
            tasks,
            navigation,
            () -> new RunProgress(Clock.systemUTC()),
            opened::add,
            () -> started.add(opened.get(opened.size() - 1)),
            queued::add);

    @Test
    void stoppedRunIsResumedAndShownLive() {
        session.startLocal(LocalTestbedSettings.defaults(Path.of("/data")), NetworkSettings.REAL);
        RunRow stopped = run(RunStatus.CANCELLED);
        again.check(stopped);
        assertThat(again.unfinished().get()).isEqualTo(stopped);
        assertThat(again.ready().getValue()).isTrue();

        again.resume(failures::add);

        assertThat(lab.resumed()).containsExactly(stopped.id());
        assertThat(current.active().get()).isTrue();
        assertThat(navigation.current().get()).isEqualTo(ScreenId.LIVE);
        assertThat(again.unfinished().get()).isNull();
    }

    @Test
    void runAgainStartsTheSamePlan() {
        again.runAgain(run(RunStatus.COMPLETED), failures::add);

        assertThat(failures).isEmpty();
        assertThat(started).isEqualTo(opened).hasSize(1);
    }

    @Test
    void duringARunThePlanOfAnotherIsQueued() {
        session.startLocal(LocalTestbedSettings.defaults(Path.of("/data")), NetworkSettings.REAL);
        assertThat(again.queues().getValue()).isFalse();
        current.started(lab.run());

        assertThat(again.queues().getValue()).isTrue();
        assertThat(again.canRunAgain().getValue()).isTrue();
        again.runAgain(run(RunStatus.COMPLETED), failures::add);

        assertThat(queued).extracting(ExperimentPlan::title).containsExactly("mine");
        assertThat(started).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void withoutATestbedItIsOfferedButNotReady() {
        again.check(run(RunStatus.INTERRUPTED));

        again.resume(failures::add);

        assertThat(again.unfinished().get()).isNotNull();
        assertThat(again.ready().getValue()).isFalse();
        assertThat(lab.resumed()).isEmpty();
    }

    @Test
    void completeRunIsNotOfferedForResume() {
        lab.failNext(new LabException(LabException.Kind.FAILED, "Nothing is left.", "Measure again."));
        again.check(run(RunStatus.FAILED));
        assertThat(again.unfinished().get()).isNull();

        again.check(run(RunStatus.COMPLETED));
        assertThat(again.unfinished().get()).isNull();
    }

    @Test
    void aRunIsOpenedAsAnExperiment() {
        RunRow run = run(RunStatus.COMPLETED);

        again.openAsExperiment(run, failures::add);

        assertThat(opened).extracting(ExperimentPlan::preset).containsExactly(run.preset());
        assertThat(opened).extracting(ExperimentPlan::title).containsExactly("mine");
        assertThat(navigation.current().get()).isEqualTo(ScreenId.EXPERIMENT);
        assertThat(failures).isEmpty();
    }

    private static RunRow run(RunStatus status) {
        return ResultSamples.row("20261123-104210-k3f9", "mine", status, Instant.parse("2026-11-23T10:42:10Z"), null);
    }
}
