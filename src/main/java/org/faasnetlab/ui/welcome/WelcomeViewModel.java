package org.faasnetlab.ui.welcome;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.ui.common.BackgroundTask;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.jspecify.annotations.Nullable;

/** State and actions of the welcome screen: the testbed, and the most recent runs. */
public final class WelcomeViewModel {
    private final TestbedSession session;
    private final CurrentRun run;
    private final BackgroundTask.Work<List<RecentRun>> recentRuns;
    private final BackgroundTasks tasks;
    private final Navigation navigation;
    private final Consumer<String> openRun;
    private final Runnable firstRun;
    private boolean tryWhenReady;
    private final ObservableList<RecentRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable LabException> runsProblem = new ReadOnlyObjectWrapper<>();
    private boolean loading;
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

    /**
     * @param recentRuns reads the most recent runs, newest first
     * @param openRun opens the run with an id on the results screen
     * @param firstRun runs a short experiment with defaults on the testbed that is ready, and shows it live
     */
    public WelcomeViewModel(
            TestbedSession session,
            CurrentRun run,
            BackgroundTask.Work<List<RecentRun>> recentRuns,
            BackgroundTasks tasks,
            Navigation navigation,
            Consumer<String> openRun,
            Runnable firstRun) {
        this.session = session;
        this.run = run;
        this.recentRuns = recentRuns;
        this.tasks = tasks;
        this.navigation = navigation;
        this.openRun = openRun;
        this.firstRun = firstRun;
        session.status().subscribe(this::runIfWanted);
    }

    public ReadOnlyObjectProperty<TestbedStatus> status() {
        return session.status();
    }

    /** Whether a run is active, during which the testbed must not be replaced. */
    public BooleanBinding runActive() {
        return run.active();
    }

    public ObservableList<RecentRun> runs() {
        return runs;
    }

    /** Why the runs cannot be shown, or null. */
    public ReadOnlyObjectProperty<@Nullable LabException> runsProblem() {
        return runsProblem.getReadOnlyProperty();
    }

    /** Whether the runs have been read at least once; before, nobody knows whether there are any. */
    public ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    /** Reads the recent runs again. */
    public void refresh() {
        if (loading) {
            return;
        }
        loading = true;
        tasks.of(
                        recentRuns,
                        found -> {
                            runsProblem.set(null);
                            runs.setAll(found);
                            read.set(true);
                        },
                        runsProblem::set)
                .onEnd(() -> loading = false)
                .start();
    }

    /** Starts a testbed on this computer with default settings. */
    public void useThisComputer() {
        session.startLocal(session.localDefaults(), null);
    }

    /** Measures burst and baseline of one function, on a testbed on this computer that is started if none is ready. */
    public void tryIt() {
        if (session.testbed()
                .filter(testbed -> testbed.kind() == TestbedKind.LOCAL)
                .isPresent()) {
            firstRun.run();
        } else {
            tryWhenReady = true;
            useThisComputer();
        }
    }

    private void runIfWanted(TestbedStatus now) {
        if (tryWhenReady && !(now instanceof TestbedStatus.Starting)) {
            tryWhenReady = false;
            if (now instanceof TestbedStatus.Ready) {
                firstRun.run();
            }
        }
    }

    public void cancelStart() {
        session.cancelStart();
    }

    public void chooseExperiment() {
        navigation.show(ScreenId.EXPERIMENT);
    }

    public void open(RecentRun picked) {
        openRun.accept(picked.id());
        navigation.show(ScreenId.RESULTS);
    }
}
