package org.faasnetlab.testbed.local.lambda;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs invocations: finds or starts a sandbox for each, enforces the time limits, and terminates sandboxes. */
final class FunctionRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionRunner.class);
    private static final Duration EXIT_GRACE = Duration.ofSeconds(1);

    private final SandboxPool pool;
    private final SandboxLauncher launcher;
    private final SandboxLimits limits;
    private final ScheduledExecutorService timer;
    private final Executor executor;
    private final Clock clock;

    FunctionRunner(
            SandboxPool pool,
            SandboxLauncher launcher,
            SandboxLimits limits,
            ScheduledExecutorService timer,
            Executor executor,
            Clock clock) {
        this.pool = pool;
        this.launcher = launcher;
        this.limits = limits;
        this.timer = timer;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Starts an invocation; its outcome is in the answer.
     *
     * @throws LambdaApiException if it is rejected
     */
    AcceptedInvocation invoke(FunctionVersion version, byte[] event) throws LambdaApiException {
        AcceptedInvocation invocation =
                new AcceptedInvocation(UUID.randomUUID().toString(), event, new ResponseBuffer());
        SandboxPool.Placement placement = pool.place(version, invocation);
        Duration atMost = limits.startTimeout();
        limit(placement.sandbox(), invocation, false, atMost, InvocationError.notReady(invocation.id(), atMost));
        if (placement.cold()) {
            start(placement.sandbox());
        }
        return invocation;
    }

    private void start(SandboxProcess sandbox) {
        try {
            Process process = launcher.launch(sandbox);
            if (!sandbox.started(process)) {
                launcher.kill(List.of(process));
            }
            var unused = process.onExit().thenAcceptAsync(exited -> onExit(sandbox, exited), executor);
        } catch (IOException e) {
            LOG.error("Cannot start a function process", e);
            end(List.of(sandbox), id -> InvocationError.notStarted(id, String.valueOf(e.getMessage())));
        }
    }

    /** A process has exited. If it was serving an invocation, the answer reports the exit to its reader. */
    private void onExit(SandboxProcess sandbox, Process process) {
        if (!sandbox.isAnswering()) {
            end(List.of(sandbox), id -> InvocationError.exited(id, process.exitValue()));
        }
    }

    @Nullable
    SandboxProcess sandbox(String token) {
        return pool.find(token);
    }

    /** The process has received its invocation. Returns the time at which the service terminates it. */
    Instant taken(SandboxProcess sandbox, AcceptedInvocation invocation) {
        Duration timeout = limits.functionTimeout();
        limit(sandbox, invocation, true, timeout, InvocationError.timedOut(invocation.id(), timeout));
        return clock.instant().plus(timeout);
    }

    private void limit(
            SandboxProcess sandbox,
            AcceptedInvocation invocation,
            boolean running,
            Duration after,
            InvocationError whenOver) {
        Runnable task = () -> {
            if (sandbox.endDuring(invocation)) {
                LOG.info("Terminating a function: {}", whenOver.json());
                kill(List.of(sandbox));
                invocation.answer().end(whenOver);
            }
        };
        sandbox.limit(
                invocation,
                running,
                timer.schedule(() -> executor.execute(task), after.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The process has answered completely or reported an error; it can receive the next invocation. */
    void finished(SandboxProcess sandbox, AcceptedInvocation invocation, @Nullable InvocationError error) {
        if (!sandbox.finish(invocation)) {
            return;
        }
        // Release the sandbox first: the reader of the answer may invoke again immediately. The process may still be
        // unset if it was faster than the thread that starts it.
        if (sandbox.process().map(Process::isAlive).orElse(true)) {
            end(pool.release(sandbox, clock.instant()), InvocationError::stopped);
        } else {
            end(List.of(sandbox), InvocationError::stopped);
        }
        invocation.answer().end(error);
    }

    /** The connection broke before the answer was complete, usually because the process is exiting. */
    void broken(SandboxProcess sandbox, AcceptedInvocation invocation) throws InterruptedException {
        Process process = sandbox.process().orElse(null);
        if (process != null) {
            process.waitFor(EXIT_GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (sandbox.endDuring(invocation)) {
            String id = invocation.id();
            InvocationError error = process != null && !process.isAlive()
                    ? InvocationError.exited(id, process.exitValue())
                    : InvocationError.brokenAnswer(id);
            kill(List.of(sandbox));
            invocation.answer().end(error);
        }
    }

    /** The process cannot serve: its invocation fails with the error that it reported. */
    void initFailed(SandboxProcess sandbox, InvocationError error) {
        end(List.of(sandbox), id -> error);
    }

    /** Terminates all sandboxes that serve an invocation and waits briefly until their processes have exited. */
    void stopRunning() {
        end(pool.running(), InvocationError::stopped);
    }

    /** Terminates sandboxes that have been idle for too long. */
    void endIdle() {
        end(pool.takeIdleSince(clock.instant().minus(limits.idleTimeout())), InvocationError::stopped);
    }

    /** Terminates all sandboxes that are idle. */
    void endAllIdle() {
        end(pool.takeIdleSince(Instant.MAX), InvocationError::stopped);
    }

    /** Closes the standard input of all processes and waits until they have exited; false if one has not. */
    boolean letExit(Duration atMost) throws InterruptedException, IOException {
        for (SandboxProcess sandbox : pool.close()) {
            Process process = sandbox.process().orElseThrow();
            process.getOutputStream().close();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    void close() {
        end(pool.close(), InvocationError::stopped);
    }

    private void end(Collection<SandboxProcess> sandboxes, Function<String, InvocationError> why) {
        List<AcceptedInvocation> unfinished = new ArrayList<>();
        for (SandboxProcess sandbox : sandboxes) {
            AcceptedInvocation last = sandbox.end();
            if (last != null) {
                unfinished.add(last);
            }
        }
        kill(sandboxes);
        unfinished.forEach(invocation -> invocation.answer().end(why.apply(invocation.id())));
    }

    private void kill(Collection<SandboxProcess> ended) {
        ended.forEach(pool::remove);
        launcher.kill(
                ended.stream().flatMap(sandbox -> sandbox.process().stream()).toList());
    }
}
