package org.faasnetlab.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.junit.jupiter.api.Test;

class WelcomeViewModelTest {
    private static final RecentRun RUN = new RecentRun(
            "20261123-104200-k3f9",
            "today 10:42",
            "This computer",
            false,
            "S3 download",
            "4",
            "-",
            "612 Mbit/s",
            "completed");

    private final FakeLabWithStore lab = new FakeLabWithStore(Path.of("/data"));
    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final TestbedSession session = new TestbedSession(lab, tasks);
    private final Navigation navigation = new Navigation();
    private final List<String> opened = new ArrayList<>();
    private StoreException storeProblem;
    private int firstRuns;
    private final WelcomeViewModel model = new WelcomeViewModel(
            session, new CurrentRun(tasks), this::newest, tasks, navigation, opened::add, () -> firstRuns++);

    private List<RecentRun> newest() throws StoreException {
        if (storeProblem != null) {
            throw storeProblem;
        }
        return List.of(RUN);
    }

    @Test
    void thisComputerIsUsedWithAllDefaults() {
        model.useThisComputer();

        assertThat(lab.asked()).containsExactly(LocalTestbedSettings.defaults(Path.of("/data")));
        assertThat(session.testbed()).isPresent();
    }

    @Test
    void triedExperimentRunsAsSoonAsTheTestbedIsReady() {
        model.tryIt();
        assertThat(lab.asked()).hasSize(1);
        assertThat(firstRuns).isEqualTo(1);

        model.tryIt();
        assertThat(lab.asked()).as("it is ready").hasSize(1);
        assertThat(firstRuns).isEqualTo(2);
    }

    @Test
    void nothingRunsAfterAStartThatFailed() {
        lab.failNext(new LabException(LabException.Kind.FAILED, "iperf3 was not found.", "Install iperf3."));
        model.tryIt();
        assertThat(firstRuns).isZero();

        model.useThisComputer();
        assertThat(firstRuns).as("only asked for once").isZero();
    }

    @Test
    void recentRunsAreReadOnRefresh() {
        assertThat(model.read().get()).as("nobody knows yet").isFalse();

        model.refresh();

        assertThat(model.runs()).containsExactly(RUN);
        assertThat(model.read().get()).isTrue();
    }

    @Test
    void lockedStoreIsReportedAndRestWorks() {
        storeProblem = new StoreException(
                StoreException.Problem.LOCKED,
                Phrase.of("Another window has the runs open."),
                Phrase.of("Close it."),
                null);

        model.refresh();
        model.useThisComputer();

        assertThat(model.runsProblem().get()).isSameAs(storeProblem);
        assertThat(session.testbed()).isPresent();
    }

    @Test
    void theProblemIsGoneWhenTheStoreCanBeReadAgain() {
        storeProblem = new StoreException(
                StoreException.Problem.LOCKED,
                Phrase.of("Another window has the runs open."),
                Phrase.of("Close it."),
                null);
        model.refresh();
        storeProblem = null;

        model.refresh();

        assertThat(model.runsProblem().get()).isNull();
        assertThat(model.runs()).containsExactly(RUN);
    }

    @Test
    void selectedRunIsShownInResults() {
        model.open(RUN);

        assertThat(opened).containsExactly("20261123-104200-k3f9");
        assertThat(navigation.current().get()).isEqualTo(ScreenId.RESULTS);
    }
}
