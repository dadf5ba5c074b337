package org.faasnetlab.testbed.local.lambda;

import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One function process, which serves one invocation at a time. It is new until its process has started, then waits for
 * invocations or serves one, and once ended it serves no other. Safe for use by several threads.
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

    /** @param token the secret part of the address at which its process speaks the Runtime API */
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

    /** Says which process it is; false if the sandbox was ended in the meantime. */
    synchronized boolean started(Process started) {
        process = started;
        return !ended;
    }

    synchronized Optional<Process> process() {
        return Optional.ofNullable(process);
    }

    /** Gives an idle sandbox its next invocation; false if it has ended. */
    synchronized boolean assign(AcceptedInvocation next) {
        if (ended) {
            return false;
        }
        current = next;
        notifyAll();
        return true;
    }

    /**
     * The process asks for its next invocation. If it asks again, the earlier question is void: its connection was
     * lost.
     *
     * @return null if there will be none
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
     * Sets what happens to an invocation after a time, in place of what was set before.
     *
     * @param running whether this is for an invocation that the process has taken; too late if that has changed
     */
    synchronized void limit(AcceptedInvocation invocation, boolean running, Future<?> task) {
        if (current == invocation && taken == running) {
            cancelLimit();
            limit = task;
        } else {
            task.cancel(false);
        }
    }

    /** The process begins to answer; null if that is not the invocation it has taken. */
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

    /** The invocation is over and the sandbox free; false if it was over before. */
    synchronized boolean finish(AcceptedInvocation invocation) {
        if (current != invocation) {
            return false;
        }
        reset();
        return true;
    }

    /** Serves nothing any more. Returns the invocation that it served, which nobody else ends now. */
    synchronized @Nullable AcceptedInvocation end() {
        AcceptedInvocation last = current;
        ended = true;
        reset();
        notifyAll();
        return last;
    }

    /** {@link #end()} if it still serves this invocation; otherwise false and nothing changes. */
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
