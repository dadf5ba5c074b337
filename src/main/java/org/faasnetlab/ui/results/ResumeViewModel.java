package org.faasnetlab.ui.results;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.jspecify.annotations.Nullable;

/** Resumes an unfinished run, and opens the plan of a run as a new experiment. For the FX thread. */
public final class ResumeViewModel {
    private final Lab lab;
    private final TestbedSession session;
    private final CurrentRun current;
    private final BackgroundTasks tasks;
    private final Navigation navigation;
    private final Supplier<RunProgress> progress;
    private final Consumer<ExperimentPlan> experiment;
    private final Runnable start;
    private final ReadOnlyObjectWrapper<@Nullable RunRow> unfinished = new ReadOnlyObjectWrapper<>();
    private boolean starting;

    /**
     * @param progress provides the progress of a run that is about to resume
     * @param experiment opens a plan on the experiment screen
     * @param start runs the plan that is open there
     */
    public ResumeViewModel(
            Lab lab,
            TestbedSession session,
            CurrentRun current,
            BackgroundTasks tasks,
            Navigation navigation,
            Supplier<RunProgress> progress,
            Consumer<ExperimentPlan> experiment,
            Runnable start) {
        this.lab = lab;
        this.session = session;
        this.current = current;
        this.tasks = tasks;
        this.navigation = navigation;
        this.progress = progress;
        this.experiment = experiment;
        this.start = start;
    }

    /** Checks whether a run has trials left. */
    void check(@Nullable RunRow run) {
        unfinished.set(null);
        if (run == null || !isResumable(run.status())) {
            return;
        }
        Consumer<LabException> nothingLeft = answer -> {};
        tasks.of(
                        () -> {
                            lab.runs().requireResumable(run);
                            return run;
                        },
                        unfinished::set,
                        nothingLeft)
                .start();
    }

    /** The run last checked, if it has trials left. */
    ReadOnlyObjectProperty<@Nullable RunRow> unfinished() {
        return unfinished.getReadOnlyProperty();
    }

    /** Whether a testbed is ready and no run is active. */
    public ObservableValue<Boolean> ready() {
        return session.status()
                .flatMap(now -> current.active().map(busy -> session.testbed().isPresent() && !busy));
    }

    /** Resumes the unfinished run, and shows it live. */
    void resume(Consumer<LabException> failure) {
        RunRow run = unfinished.get();
        Testbed testbed = session.testbed().orElse(null);
        if (run == null || testbed == null || starting || current.active().get()) {
            return;
        }
        starting = true;
        current.setStarting(true);
        navigation.show(ScreenId.LIVE);
        RunProgress shown = progress.get();
        tasks.of(
                        () -> lab.runs().resume(run, testbed, shown),
                        started -> {
                            unfinished.set(null);
                            current.started(started);
                        },
                        problem -> {
                            navigation.show(ScreenId.RESULTS);
                            failure.accept(problem);
                        })
                .onEnd(() -> {
                    starting = false;
                    current.setStarting(false);
                })
                .start();
    }

    /** Measures the plan of a run again, on the testbed that is ready. */
    public void runAgain(RunRow run, Consumer<LabException> failure) {
        try {
            experiment.accept(lab.presets().restore(run));
            start.run();
        } catch (LabException ofAnotherVersion) {
            failure.accept(ofAnotherVersion);
        }
    }

    /** Opens the plan of a run on the experiment screen. */
    void openAsExperiment(RunRow run, Consumer<LabException> failure) {
        try {
            experiment.accept(lab.presets().restore(run));
            navigation.show(ScreenId.EXPERIMENT);
        } catch (LabException ofAnotherVersion) {
            failure.accept(ofAnotherVersion);
        }
    }

    private static boolean isResumable(RunStatus status) {
        return status == RunStatus.CANCELLED || status == RunStatus.INTERRUPTED || status == RunStatus.FAILED;
    }
}
