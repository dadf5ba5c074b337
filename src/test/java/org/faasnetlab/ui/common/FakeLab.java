package org.faasnetlab.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ActiveRun;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.experiment.RunListener;
import org.faasnetlab.experiment.RunResumer;
import org.faasnetlab.experiment.RunStarter;
import org.faasnetlab.store.DuckDbRunStore;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.local.LocalTestbedSettings;

/** A lab without processes and with a real, empty run store: it remembers what was asked of it, and fails when it is told to. */
public final class FakeLab implements Lab {
    private final FakeAwsAccounts aws = new FakeAwsAccounts();
    private final Path folder;
    private final List<LocalTestbedSettings> asked = new ArrayList<>();
    private final List<FakeTestbed> testbeds = new ArrayList<>();
    private final List<ExperimentPlan> started = new ArrayList<>();
    private final List<String> resumed = new ArrayList<>();
    private final FakeRun run = new FakeRun();
    private RunStore store;
    private LabException nextFailure;

    public FakeLab(Path folder) {
        this.folder = folder;
    }

    /** The next start of a testbed or a run fails with this. */
    public void failNext(LabException failure) {
        nextFailure = failure;
    }

    public List<LocalTestbedSettings> asked() {
        return asked;
    }

    public List<FakeTestbed> testbeds() {
        return testbeds;
    }

    public List<ExperimentPlan> started() {
        return started;
    }

    /** The runs that went on, by id. */
    public List<String> resumed() {
        return resumed;
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
    public LocalTestbedSettings localDefaults() {
        return LocalTestbedSettings.defaults(folder);
    }

    @Override
    public Testbed startLocalTestbed(LocalTestbedSettings settings) throws LabException {
        asked.add(settings);
        failIfTold();
        FakeTestbed testbed = new FakeTestbed();
        testbeds.add(testbed);
        return testbed;
    }

    @Override
    public RunStarter runs() {
        return (plan, testbed, listener) -> {
            failIfTold();
            started.add(plan);
            return run;
        };
    }

    @Override
    public RunResumer resumes() {
        return new RunResumer() {
            @Override
            public void check(RunRow row) throws LabException {
                failIfTold();
            }

            @Override
            public ActiveRun resume(RunRow row, Testbed testbed, RunListener listener) throws LabException {
                failIfTold();
                resumed.add(row.id());
                return run;
            }
        };
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

    private void failIfTold() throws LabException {
        LabException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
    }
}
