package org.faasnetlab.ui.common;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/**
 * Runs slow work in the background; the only place where results pass to the window's thread. Unexpected errors are
 * passed to the thread's handler of uncaught exceptions.
 */
public final class BackgroundTasks {
    private final Executor background;
    private final Executor window;

    /**
     * @param background runs the work; may be the calling thread in tests
     * @param window runs the callbacks, one after the other
     */
    public BackgroundTasks(Executor background, Executor window) {
        this.background = background;
        this.window = window;
    }

    /** A task that has not started yet. Both consumers are called on the window's thread. */
    public <T> BackgroundTask<T> of(BackgroundTask.Work<T> work, Consumer<T> success, Consumer<LabException> failure) {
        return new BackgroundTask<>(background, window, work, success, failure);
    }

    /**
     * Calls {@code then} on the window's thread when the stage is complete, with its result, or with null if it failed
     * unexpectedly.
     */
    public <T> void whenDone(CompletionStage<T> stage, Consumer<@Nullable T> then) {
        var unused = stage.whenComplete((result, unexpected) -> window.execute(() -> {
            then.accept(result);
            if (unexpected != null) {
                throw new CompletionException(unexpected);
            }
        }));
    }

    /** Calls {@code then} on the window's thread, later. */
    public void onWindow(Runnable then) {
        window.execute(then);
    }
}
