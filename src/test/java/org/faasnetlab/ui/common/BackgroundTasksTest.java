package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.Test;

class BackgroundTasksTest {
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, window::add);

    @Test
    void theResultIsShownOnTheWindowsThreadAndThenTheEnd() {
        tasks.of(() -> "result", seen::add, why -> seen.add("failure"))
                .onEnd(() -> seen.add("end"))
                .start();

        assertThat(seen).isEmpty();
        window.forEach(Runnable::run);
        assertThat(seen).containsExactly("result", "end");
    }

    @Test
    void expectedFailureIsShownInsteadOfResult() {
        tasks.<String>of(
                        () -> {
                            throw new LabException(LabException.Kind.FAILED, "It is broken.", "Mend it.");
                        },
                        seen::add,
                        why -> seen.add(why.getMessage()))
                .start();

        window.forEach(Runnable::run);
        assertThat(seen).containsExactly("It is broken.");
    }

    @Test
    void unexpectedErrorIsRethrownAfterOnEnd() {
        BackgroundTask<String> task = tasks.<String>of(
                        () -> {
                            throw new IllegalStateException("unexpected");
                        },
                        seen::add,
                        why -> seen.add("failure"))
                .onEnd(() -> seen.add("end"));

        assertThatThrownBy(task::start).isInstanceOf(IllegalStateException.class);
        window.forEach(Runnable::run);
        assertThat(seen).containsExactly("end");
    }

    @Test
    void taskCancelledBeforeStartDoesNoWork() {
        Deque<Runnable> background = new ArrayDeque<>();
        BackgroundTask<String> task = new BackgroundTasks(background::add, window::add)
                .of(() -> "result", seen::add, why -> seen.add("failure"))
                .onEnd(() -> seen.add("end"))
                .start();

        task.cancel();
        background.forEach(Runnable::run);
        window.forEach(Runnable::run);
        assertThat(seen).containsExactly("end");
    }

    @Test
    void cancelInterruptsWorkAndClearsInterruptFlag() throws Exception {
        ExecutorService background = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch working = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            BackgroundTask<String> task = new BackgroundTasks(background, Runnable::run)
                    .<String>of(
                            () -> {
                                working.countDown();
                                never.await();
                                return "result";
                            },
                            seen::add,
                            why -> seen.add("failure"))
                    .onEnd(ended::countDown)
                    .start();
            assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();

            task.cancel();

            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).isEmpty();
            assertThat(background.submit(Thread::interrupted).get(10, TimeUnit.SECONDS))
                    .isFalse();
        } finally {
            background.shutdownNow();
        }
    }
}
