package org.faasnetlab.run.trial;

import java.time.Instant;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.record.RunRecorder;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the events of a run into its progress, and stores what they changed. If the store fails, nothing more is stored,
 * the progress still shows how everything ends, and {@link #check} aborts the run.
 */
public final class RunEventDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(RunEventDispatcher.class);

    private final RunRecorder recorder;
    private final RunProgress progress;
    private @Nullable StoreException storeFailure;

    public RunEventDispatcher(RunRecorder recorder, RunProgress progress) {
        this.recorder = recorder;
        this.progress = progress;
    }

    public void emit(RunEvent event) {
        progress.onEvent(event);
        if (storeFailure == null) {
            try {
                recorder.onEvent(event);
            } catch (StoreException e) {
                storeFailure = e;
            }
        }
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
     * Stores a run's last row, waits until everything is on disk, then ends the progress; returns the row that the
     * progress has.
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
        progress.onEvent(new RunEvent.RunEnded(stored));
        return stored;
    }
}
