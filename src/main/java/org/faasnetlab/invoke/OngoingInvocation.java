package org.faasnetlab.invoke;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/**
 * Guarantees the listener's contract for one invocation: sequential calls, and exactly one end as the last call, no
 * matter whether service, connection or {@link #cancel()} is first. The listener is called while the lock is held, so
 * it must not block.
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

    synchronized void deliver(FunctionRecord functionRecord) {
        if (!ended) {
            listener.onRecord(functionRecord);
        }
    }

    /** Ends the invocation, unless it has already ended, and leaves the connection open for reuse. */
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

    /** Ends the invocation, unless it has already ended, and closes the connection. */
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

    /** Sets the exchange on the connection, so that it can be closed later. */
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
