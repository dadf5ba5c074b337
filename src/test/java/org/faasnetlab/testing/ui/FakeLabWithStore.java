package org.faasnetlab.testing.ui;

import java.nio.file.Path;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.run.RecordingLab;

/** A lab with a real, empty run store, in which every run continues until the test stops it. */
public final class FakeLabWithStore extends RecordingLab {
    private final FakeAwsAccounts aws = new FakeAwsAccounts();
    private final Path folder;
    private FakeActiveRun run = new FakeActiveRun();
    private RunStore store;

    public FakeLabWithStore(Path folder) {
        super(folder);
        this.folder = folder;
    }

    /** The run that was started last, or the first one that will be. */
    public FakeActiveRun run() {
        return run;
    }

    @Override
    public synchronized RunStore store() throws StoreException {
        if (store == null) {
            store = new DuckDbRunStore(folder);
        }
        return store;
    }

    @Override
    protected ActiveRun begin(ExperimentPlan plan, RunListener listener) {
        if (run.ended().isDone()) {
            run = new FakeActiveRun();
        }
        return run;
    }

    @Override
    protected ActiveRun resumeRun(RunRow row, RunListener listener) {
        return run;
    }

    @Override
    public FakeAwsAccounts aws() {
        return aws;
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            try {
                store.close();
            } catch (StoreException notWritten) {
                throw new AssertionError(notWritten);
            }
        }
    }
}
