package org.faasnetlab.run.trial;

import java.time.Instant;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.record.RunRecorder;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches the events of a run: first to the recorder, then to the listener. If the store fails, the recorder
 * receives no further events, the listener is still notified of how everything ends, and {@link #check} aborts the run.
 */
public final class RunEventDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(RunEventDispatcher.class);

    private final RunRecorder recorder;
    private final RunListener listener;
    private @Nullable StoreException storeFailure;

    public RunEventDispatcher(RunRecorder recorder, RunListener listener) {
        this.recorder = recorder;
        this.listener = listener;
    }

    public void emit(RunEvent event) {
        if (storeFailure == null) {
            try {
                recorder.onEvent(event);
            } catch (StoreException e) {
                storeFailure = e;
            }
        }
        listener.onEvent(event);
    }

    /** Writes rows that are due. Called whenever the run's thread wakes. */
    public void check() throws StoreException {
        if (storeFailure != null) {
            throw storeFailure;
        }
        recorder.writeIfDue();
    }

    /** The earlier of another instant and the time at which {@link #check} has something to write. */
    public Instant earlierOfDue(Instant other) {
        Instant due = recorder.due();
        return due != null && due.isBefore(other) ? due : other;
    }

    /**
     * Stores a run's last row, waits until everything is on disk, then notifies the listener; returns the row that the
     * listener received.
     */
    public RunRow end(RunRow last) {
        RunRow stored = last;
        try {
            recorder.finish(last);
        } catch (StoreException e) {
            LOG.error("Cannot save the end of run {}", last.id(), e);
            stored = last.ended(
                    last.endedAt() == null ? last.startedAt() : last.endedAt(), RunStatus.FAILED, e.fullMessage());
        }
        listener.onEvent(new RunEvent.RunEnded(stored));
        return stored;
    }
}
