package org.faasnetlab.ui.common;

import java.nio.file.Path;
import org.faasnetlab.experiment.ActiveRun;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.RecordingLab;
import org.faasnetlab.experiment.RunListener;
import org.faasnetlab.store.DuckDbRunStore;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;

/** A lab with a real, empty run store, in which every run goes on until it is told to end. */
public final class FakeLab extends RecordingLab {
    private final FakeAwsAccounts aws = new FakeAwsAccounts();
    private final Path folder;
    private final FakeRun run = new FakeRun();
    private RunStore store;

    public FakeLab(Path folder) {
        super(folder);
        this.folder = folder;
    }

    public FakeRun run() {
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
        return run;
    }

    @Override
    protected ActiveRun goOn(RunRow row, RunListener listener) {
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
