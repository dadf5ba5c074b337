package org.faasnetlab.testbed.aws.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/** Runs many requests to AWS in parallel: one after the other, those for 1,000 functions would take minutes. */
public final class ParallelRequests {
    private static final int MAX_PARALLEL = 16;
    private static final long ABORT_SECONDS = 30;

    private ParallelRequests() {}

    /** One request, or several that follow each other. */
    public interface Request {
        void run() throws LabException, InterruptedException;
    }

    /**
     * Runs all requests, also after one has failed; further failures are suppressed exceptions of the first. An
     * interrupt cancels the requests that run and those that have not started.
     */
    public static void run(List<Request> requests) throws LabException, InterruptedException {
        ExecutorService threads = threads(requests.size());
        try {
            LabException first = null;
            for (Future<?> each : submit(threads, requests)) {
                first = merge(first, failure(each));
            }
            if (first != null) {
                throw first;
            }
        } finally {
            awaitTermination(threads);
        }
    }

    /**
     * As {@link #run}, but an interrupt is deferred until all requests are done: for cleanup that must not be skipped.
     */
    public static void runUninterruptibly(List<Request> requests) throws LabException {
        boolean interrupted = Thread.interrupted();
        ExecutorService threads = threads(requests.size());
        try {
            LabException first = null;
            for (Future<?> each : submit(threads, requests)) {
                interrupted |= awaitDone(each);
                first = merge(first, failure(each));
            }
            if (first != null) {
                throw first;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for a request", e);
        } finally {
            awaitTermination(threads);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ExecutorService threads(int requests) {
        return Executors.newFixedThreadPool(Math.max(1, Math.min(MAX_PARALLEL, requests)), work -> {
            Thread thread = new Thread(work, "aws-requests");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static List<Future<?>> submit(ExecutorService threads, List<Request> requests) {
        List<Future<?>> submitted = new ArrayList<>();
        for (Request request : requests) {
            submitted.add(threads.submit(() -> {
                request.run();
                return null;
            }));
        }
        return submitted;
    }

    private static @Nullable LabException failure(Future<?> done) throws InterruptedException {
        try {
            done.get();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabException expected) {
                return expected;
            }
            if (e.getCause() instanceof InterruptedException stopped) {
                throw stopped;
            }
            throw new IllegalStateException("a request e with an unexpected error", e.getCause());
        }
    }

    private static @Nullable LabException merge(@Nullable LabException first, @Nullable LabException next) {
        if (first != null && next != null) {
            first.addSuppressed(next);
        }
        return first == null ? next : first;
    }

    /** @return whether the thread was interrupted meanwhile */
    private static boolean awaitDone(Future<?> future) {
        boolean interrupted = false;
        while (!future.isDone()) {
            try {
                future.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                return interrupted;
            }
        }
        return interrupted;
    }

    /** Waits for cancelled requests to stop: what they have created must be known before it is deleted. */
    private static void awaitTermination(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                threads.awaitTermination(ABORT_SECONDS, TimeUnit.SECONDS);
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
