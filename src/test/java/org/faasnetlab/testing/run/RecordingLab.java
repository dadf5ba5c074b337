package org.faasnetlab.testing.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.RunService;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.plan.ProgramPresets;

/** A lab without processes: it records its calls, and fails on request. Subclasses define how runs proceed. */
public abstract class RecordingLab implements Lab {
    private final Path folder;
    private final List<LocalTestbedSettings> asked = new ArrayList<>();
    private final List<StubTestbed> testbeds = new ArrayList<>();
    private final List<ExperimentPlan> started = new ArrayList<>();
    private final List<String> resumed = new ArrayList<>();
    private LabException nextFailure;

    protected RecordingLab(Path folder) {
        this.folder = folder;
    }

    /** Makes the next start of a testbed or a run throw this. */
    public final void failNext(LabException failure) {
        nextFailure = failure;
    }

    /** The settings with which testbeds on this computer were started. */
    public final List<LocalTestbedSettings> asked() {
        return asked;
    }

    /** The testbeds on this computer that were started. */
    public final List<StubTestbed> testbeds() {
        return testbeds;
    }

    public final List<ExperimentPlan> started() {
        return started;
    }

    /** The ids of the runs that were resumed. */
    public final List<String> resumed() {
        return resumed;
    }

    /** Starts an accepted run. */
    protected abstract ActiveRun begin(ExperimentPlan plan, RunListener listener);

    /** Resumes an accepted run. */
    protected abstract ActiveRun resumeRun(RunRow run, RunListener listener) throws LabException;

    protected StubTestbed newTestbed() {
        return new StubTestbed();
    }

    @Override
    public final Presets presets() {
        return ProgramPresets.PRESETS;
    }

    @Override
    public final LocalTestbedSettings localDefaults() {
        return LocalTestbedSettings.defaults(folder);
    }

    @Override
    public final Testbed startLocalTestbed(LocalTestbedSettings settings) throws LabException {
        asked.add(settings);
        failIfTold();
        StubTestbed testbed = newTestbed();
        testbeds.add(testbed);
        return testbed;
    }

    @Override
    public final RunService runs() {
        return new RunService() {
            @Override
            public ActiveRun start(ExperimentPlan plan, Testbed testbed, RunProgress progress) throws LabException {
                failIfTold();
                started.add(plan);
                return begin(plan, progress);
            }

            @Override
            public void requireResumable(RunRow run) throws LabException {
                failIfTold();
                checkResumable(run);
            }

            @Override
            public ActiveRun resume(RunRow run, Testbed testbed, RunProgress progress) throws LabException {
                failIfTold();
                resumed.add(run.id());
                return resumeRun(run, progress);
            }
        };
    }

    /** @throws LabException if no trial of the run is left */
    protected void checkResumable(RunRow run) throws LabException {}

    private void failIfTold() throws LabException {
        LabException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
    }
}
