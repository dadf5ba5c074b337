package org.faasnetlab.run.trial;

import java.time.Instant;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.record.RunRecorder;
import org.faasnetlab.run.record.RunRowFactory;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the events of a run on: first to the recorder, then to the listener. If the store fails the recorder gets no
 * more, the listener still learns how everything ends, and {@link #check} ends the run.
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
            } catch (StoreException failed) {
                storeFailure = failed;
            }
        }
        listener.onEvent(event);
    }

    /** Writes what has waited long enough. Called whenever the run's thread wakes. */
    public void check() throws StoreException {
        if (storeFailure != null) {
            throw storeFailure;
        }
        recorder.writeIfDue();
    }

    /** When {@link #check} has something to write, at the earlier of that and another instant. */
    public Instant earlierOfDue(Instant other) {
        Instant due = recorder.due();
        return due != null && due.isBefore(other) ? due : other;
    }

    /** Stores a run's last row and waits until all is on disk, then tells the listener; the row it returns is the one told. */
    public RunRow end(RunRow last) {
        RunRow told = last;
        try {
            recorder.finish(last);
        } catch (StoreException failed) {
            LOG.error("Cannot save the end of run {}", last.id(), failed);
            told = RunRowFactory.failed(last, RunRowFactory.sentence(failed));
        }
        listener.onEvent(new RunEvent.RunEnded(told));
        return told;
    }
}
