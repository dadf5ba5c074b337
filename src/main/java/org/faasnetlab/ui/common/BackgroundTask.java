package org.faasnetlab.ui.common;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/** A task that runs in the background, with callbacks that run on the window's thread. */
public final class BackgroundTask<T> {

    /** The work itself, which runs outside the window's thread. */
    @FunctionalInterface
    public interface Work<T> {
        T call() throws LabException, InterruptedException;
    }

    private final Executor background;
    private final Executor window;
    private final Work<T> work;
    private final Consumer<T> success;
    private final Consumer<LabException> failure;
    private Runnable end = () -> {};
    private @Nullable Thread runner;
    private boolean cancelled;

    BackgroundTask(
            Executor background, Executor window, Work<T> work, Consumer<T> success, Consumer<LabException> failure) {
        this.background = background;
        this.window = window;
        this.work = work;
        this.success = success;
        this.failure = failure;
    }

    /** Sets what runs last on the window's thread, also after a cancel or an unexpected error. */
    public BackgroundTask<T> onEnd(Runnable last) {
        end = last;
        return this;
    }

    public BackgroundTask<T> start() {
        background.execute(this::run);
        return this;
    }

    /** Interrupts the work, or prevents it from starting. If it still produces a result, the result is shown. */
    public synchronized void cancel() {
        cancelled = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    private void run() {
        try {
            if (begin()) {
                T result = work.call();
                window.execute(() -> success.accept(result));
            }
        } catch (LabException expected) {
            window.execute(() -> failure.accept(expected));
        } catch (InterruptedException stopped) {
            restoreForeignInterrupt();
        } finally {
            release();
            window.execute(end);
        }
    }

    private synchronized boolean begin() {
        runner = Thread.currentThread();
        return !cancelled;
    }

    /** An interrupt that did not come from {@link #cancel} belongs to the owner of the thread. */
    private synchronized void restoreForeignInterrupt() {
        if (!cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    /** A cancel that arrives after the work's last blocking call must not interrupt the thread's next work. */
    private synchronized void release() {
        runner = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }
}
