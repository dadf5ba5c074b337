package org.faasnetlab.ui.common;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads for the window's work in the background. */
public final class BackgroundThreads {
    private static final int SECONDS_IDLE = 60;

    private BackgroundThreads() {}

    /**
     * Starts a thread for each task that finds no idle one. Threads do not keep the program alive. After the shutdown,
     * tasks are dropped without an error: while the window closes, a screen may still ask for data that nobody will see.
     */
    public static ExecutorService open() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                SECONDS_IDLE,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "window-background");
                    thread.setDaemon(true);
                    return thread;
                },
                (task, pool) -> {
                    if (!pool.isShutdown()) {
                        throw new RejectedExecutionException("no thread for " + task);
                    }
                });
    }
}
