package org.faasnetlab.function.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stops an invocation from outside its task: wakes waiting threads and runs actions that unblock the task. */
public class StopSignal {

    /** Why an invocation is stopped. */
    public enum Cause {
        /** Its deadline is reached. */
        DEADLINE,
        /** Its records can no longer be sent. */
        LISTENER_GONE,
        /** Its task has finished, so everything that the task started must stop. */
        TASK_OVER
    }

    private final List<Runnable> actions = new ArrayList<>();
    private final CountDownLatch raised = new CountDownLatch(1);
    private @Nullable Cause cause;

    /** Stops the invocation; the first cause counts. */
    public void raise(Cause why) {
        List<Runnable> toRun;
        synchronized (this) {
            if (cause != null) {
                return;
            }
            cause = why;
            toRun = List.copyOf(actions);
        }
        raised.countDown();
        toRun.forEach(Runnable::run);
    }

    /** The cause, or null if the invocation was not stopped. */
    public synchronized @Nullable Cause cause() {
        return cause;
    }

    /**
     * Runs the action when the invocation is stopped, on the thread that stops it, or immediately if it is already
     * stopped.
     *
     * @return to be closed when the action is no longer needed
     */
    public Registration onStop(Runnable action) {
        synchronized (this) {
            if (cause == null) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }

    /**
     * Waits until the invocation is stopped, at most this long.
     *
     * @return whether it is stopped
     */
    public boolean await(long nanos) throws InterruptedException {
        return raised.await(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Ends the task here if it is to stop.
     *
     * @throws TaskException if the invocation has been stopped
     */
    public void check() throws TaskException {
        Cause why = cause();
        if (why != null) {
            throw TaskException.stopped(why);
        }
    }

    /** A registered action; closing it removes the action. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
