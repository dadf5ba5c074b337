package org.faasnetlab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;

/** What the JavaFX thread does, and what that costs. */
final class FxThread {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FxThread() {}

    /** Runs a task on the JavaFX thread. */
    static <T> T call(Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(task.call());
            } catch (Exception failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.get(30, TimeUnit.SECONDS);
    }

    /** Processor time of the JavaFX thread so far. */
    static long nanos() {
        return nanos("JavaFX Application Thread");
    }

    /** Processor time of the thread that turns what the JavaFX thread drew into pixels, so far. */
    static long renderingNanos() {
        return nanos("QuantumRenderer-0");
    }

    private static long nanos(String name) {
        return Stream.of(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(name))
                .mapToLong(ThreadInfo::getThreadId)
                .map(THREADS::getThreadCpuTime)
                .sum();
    }

    /** Prints a value for {@link VirtualScreen#measure}. */
    static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s=%f%n", name, value);
    }
}
