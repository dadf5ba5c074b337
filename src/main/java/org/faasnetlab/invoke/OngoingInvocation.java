package org.faasnetlab.invoke;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the listener's contract for one invocation: calls one after the other, the end once and last, whichever of
 * service, connection and {@link #cancel()} is first. The listener is called while the lock is held, which is why it
 * must not block.
 */
final class OngoingInvocation implements Invocation {
    private final InvocationListener listener;
    private final Consumer<OngoingInvocation> onEnded;
    private boolean ended;
    private boolean closed;
    private @Nullable CompletableFuture<Void> exchange;

    OngoingInvocation(InvocationListener listener, Consumer<OngoingInvocation> onEnded) {
        this.listener = listener;
        this.onEnded = onEnded;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    synchronized void say(FunctionRecord functionRecord) {
        if (!ended) {
            listener.onRecord(functionRecord);
        }
    }

    /** Ends the invocation, unless it has ended, and leaves the connection to be used again. */
    void end(InvocationEnd end) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            listener.onEnd(end);
        }
        onEnded.accept(this);
    }

    /** Ends the invocation, unless it has ended, and closes the connection. */
    void endAndClose(InvocationEnd end) {
        end(end);
        CompletableFuture<Void> open;
        synchronized (this) {
            closed = true;
            open = exchange;
        }
        if (open != null) {
            open.cancel(true);
        }
    }

    /** Takes the exchange that runs on the connection, to close it when need be. */
    void runsOn(CompletableFuture<Void> started) {
        boolean close;
        synchronized (this) {
            exchange = started;
            close = closed;
        }
        if (close) {
            started.cancel(true);
        }
    }

    @Override
    public void cancel() {
        if (!hasEnded()) {
            endAndClose(new InvocationEnd.Cancelled());
        }
    }
}
