package org.faasnetlab.ui.common.session;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faasnetlab.LabException;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.BackgroundTask;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.jspecify.annotations.Nullable;

/** The active run, if there is one. Used on the window's thread. */
public final class CurrentRun {
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable ActiveRun> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final BooleanBinding active = Bindings.isNotNull(run);
    private @Nullable RunRow lastEnded;

    public CurrentRun(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** Holds null when no run is active. */
    public ReadOnlyObjectProperty<@Nullable ActiveRun> run() {
        return run.getReadOnlyProperty();
    }

    /** Whether a run was requested that has not been started yet. */
    public ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    public BooleanBinding active() {
        return active;
    }

    /** The stored row of the run that ended last; empty before, and if the run ended by an unexpected error. */
    public Optional<RunRow> lastEnded() {
        return Optional.ofNullable(lastEnded);
    }

    /**
     * Starts a run in the background. Does nothing while one is active or about to start.
     *
     * @param work starts or resumes it
     * @param started called when it has started
     * @param failure receives why it did not start
     */
    public void start(BackgroundTask.Work<ActiveRun> work, Runnable started, Consumer<LabException> failure) {
        if (starting.get() || active.get()) {
            return;
        }
        starting.set(true);
        tasks.of(
                        work,
                        now -> {
                            started(now);
                            started.run();
                        },
                        failure)
                .onEnd(() -> starting.set(false))
                .start();
    }

    /** Sets a run that was just started, until it has finished. */
    public void started(ActiveRun now) {
        run.set(now);
        tasks.whenDone(now.ended(), row -> {
            if (run.get() == now) {
                lastEnded = row;
                run.set(null);
            }
        });
    }

    /** Cancels the active run; does nothing if there is none. */
    public void cancel() {
        ActiveRun now = run.get();
        if (now != null) {
            now.cancel();
        }
    }
}
