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
    /** Where a plan waits for its turn. */
    @FunctionalInterface
    public interface PlanQueue {
        /**
         * Adds a plan at the end.
         *
         * @throws LabException if the plan cannot run on the current testbed
         */
        void add(ExperimentPlan plan) throws LabException;
    }

    private final Lab lab;
    private final TestbedSession session;
    private final CurrentRun current;
    private final BackgroundTasks tasks;
    private final Navigation navigation;
    private final Supplier<RunProgress> progress;
    private final Consumer<ExperimentPlan> experiment;
    private final Runnable start;
    private final PlanQueue queue;
    private final ReadOnlyObjectWrapper<@Nullable RunRow> unfinished = new ReadOnlyObjectWrapper<>();

    /**
     * @param progress provides the progress of a run that is about to resume
     * @param experiment opens a plan on the experiment screen
     * @param start runs the plan that is open there
     * @param queue takes plans that are measured when the active run has ended
     */
    public ResumeViewModel(
            Lab lab,
            TestbedSession session,
            CurrentRun current,
            BackgroundTasks tasks,
            Navigation navigation,
            Supplier<RunProgress> progress,
            Consumer<ExperimentPlan> experiment,
            Runnable start,
            PlanQueue queue) {
        this.lab = lab;
        this.session = session;
        this.current = current;
        this.tasks = tasks;
        this.navigation = navigation;
        this.progress = progress;
        this.experiment = experiment;
        this.start = start;
        this.queue = queue;
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
    public ReadOnlyObjectProperty<@Nullable RunRow> unfinished() {
        return unfinished.getReadOnlyProperty();
    }

    /** Whether the plan of a run can be measured again: a testbed is ready, and no run is about to start. */
    public ObservableValue<Boolean> canRunAgain() {
        return session.status()
                .flatMap(now ->
                        current.starting().map(starting -> session.testbed().isPresent() && !starting));
    }

    /** Whether a run that is measured again waits in the queue, because another one is active. */
    public ObservableValue<Boolean> queues() {
        return current.active();
    }

    /** Whether a testbed is ready and no run is active. */
    public ObservableValue<Boolean> ready() {
        return session.status()
                .flatMap(now -> current.active().map(busy -> session.testbed().isPresent() && !busy));
    }

    /** Resumes the unfinished run, and shows it live. */
    public void resume(Consumer<LabException> failure) {
        RunRow run = unfinished.get();
        Testbed testbed = session.testbed().orElse(null);
        if (run == null
                || testbed == null
                || current.starting().get()
                || current.active().get()) {
            return;
        }
        navigation.show(ScreenId.LIVE);
        RunProgress shown = progress.get();
        current.start(() -> lab.runs().resume(run, testbed, shown), () -> unfinished.set(null), problem -> {
            navigation.show(ScreenId.RESULTS);
            failure.accept(problem);
        });
    }

    /** Measures the plan of a run again, on the testbed that is ready, or adds it to the queue while a run is active. */
    public void runAgain(RunRow run, Consumer<LabException> failure) {
        try {
            ExperimentPlan plan = lab.presets().restore(run);
            if (current.active().get()) {
                queue.add(plan);
            } else {
                experiment.accept(plan);
                start.run();
            }
        } catch (LabException notPossible) {
            failure.accept(notPossible);
        }
    }

    /** Opens the plan of a run on the experiment screen. */
    public void openAsExperiment(RunRow run, Consumer<LabException> failure) {
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
