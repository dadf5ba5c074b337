package org.faasnetlab.ui.common.session;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.jspecify.annotations.Nullable;

/** The active run, if there is one. Used on the window's thread. */
public final class CurrentRun {
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable ActiveRun> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final BooleanBinding active = Bindings.isNotNull(run);

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

    public void setStarting(boolean now) {
        starting.set(now);
    }

    public BooleanBinding active() {
        return active;
    }

    /** Sets a run that was just started, until it has finished. */
    public void started(ActiveRun now) {
        run.set(now);
        tasks.whenDone(now.ended(), () -> {
            if (run.get() == now) {
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
