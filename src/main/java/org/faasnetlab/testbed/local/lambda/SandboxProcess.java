package org.faasnetlab.testbed.local.lambda;

import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One function process, which serves one invocation at a time. It is new until its process has started, then it is idle
 * or serves an invocation, and after its end it accepts no further invocations. Thread-safe.
 */
final class SandboxProcess {
    private final String token;
    private final FunctionVersion version;
    private @Nullable Process process;
    private @Nullable AcceptedInvocation current;
    private @Nullable Future<?> limit;
    private boolean taken;
    private boolean answering;
    private boolean ended;
    private int polls;

    /** @param token the secret part of the Runtime API address for its process */
    SandboxProcess(String token, FunctionVersion version, AcceptedInvocation first) {
        this.token = token;
        this.version = version;
        this.current = first;
    }

    String token() {
        return token;
    }

    FunctionVersion version() {
        return version;
    }

    /** Sets the process; false if the sandbox was terminated in the meantime. */
    synchronized boolean started(Process started) {
        process = started;
        return !ended;
    }

    synchronized Optional<Process> process() {
        return Optional.ofNullable(process);
    }

    /** Assigns the next invocation to an idle sandbox; false if it has ended. */
    synchronized boolean assign(AcceptedInvocation next) {
        if (ended) {
            return false;
        }
        current = next;
        notifyAll();
        return true;
    }

    /**
     * Waits for the next invocation of the process. A second call cancels the first one, whose connection was lost.
     *
     * @return null if the sandbox has ended or the call was cancelled
     */
    synchronized @Nullable AcceptedInvocation awaitNext() throws InterruptedException {
        int poll = ++polls;
        notifyAll();
        while (!ended && poll == polls && (current == null || taken)) {
            wait();
        }
        if (ended || poll != polls) {
            return null;
        }
        taken = true;
        return current;
    }

    /**
     * Sets the timeout action of an invocation and replaces the previous one.
     *
     * @param running whether the action applies to an invocation that the process has received; ignored if that has
     *     changed
     */
    synchronized void limit(AcceptedInvocation invocation, boolean running, Future<?> task) {
        if (current == invocation && taken == running) {
            cancelLimit();
            limit = task;
        } else {
            task.cancel(false);
        }
    }

    /** The process starts to answer; null if it has not received this invocation. */
    synchronized @Nullable AcceptedInvocation beginAnswer(String invocationId) {
        if (current == null || !taken || !current.id().equals(invocationId)) {
            return null;
        }
        answering = true;
        return current;
    }

    synchronized boolean isAnswering() {
        return answering;
    }

    /** Marks the invocation as finished and the sandbox as idle; false if it was already finished. */
    synchronized boolean finish(AcceptedInvocation invocation) {
        if (current != invocation) {
            return false;
        }
        reset();
        return true;
    }

    /** Ends the sandbox. Returns the current invocation, which the caller must end, or null. */
    synchronized @Nullable AcceptedInvocation end() {
        AcceptedInvocation last = current;
        ended = true;
        reset();
        notifyAll();
        return last;
    }

    /** Calls {@link #end()} if it still serves this invocation; otherwise returns false without any change. */
    synchronized boolean endDuring(AcceptedInvocation invocation) {
        if (current != invocation) {
            return false;
        }
        end();
        return true;
    }

    private void reset() {
        current = null;
        taken = false;
        answering = false;
        cancelLimit();
    }

    private void cancelLimit() {
        if (limit != null) {
            limit.cancel(false);
            limit = null;
        }
    }
}
