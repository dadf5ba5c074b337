package org.faasnetlab.run;

import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.Testbed;

/** Starts and resumes runs, one at a time, because concurrent runs would compete for bandwidth. */
public interface RunService {
    /**
     * Starts a run and returns immediately.
     *
     * @param progress receives all further events
     *
     * @throws LabException if the plan cannot run on this testbed, or another run is active
     */
    ActiveRun start(ExperimentPlan plan, Testbed testbed, RunProgress progress)
            throws LabException, InterruptedException;

    /**
     * Checks whether a run has trials left, before a testbed is started for it.
     *
     * @throws LabException if the run is complete, or its plan or its trials cannot be read
     */
    void requireResumable(RunRow run) throws LabException;

    /**
     * Measures the remaining trials of a run in their original order, and adds them to the run. A trial that was cut
     * off is measured again under a new number; its earlier data remains unchanged.
     *
     * @throws LabException if the run is complete, or belongs to another testbed
     * @throws LabException if the plan cannot run on this testbed, or another run is active
     */
    ActiveRun resume(RunRow run, Testbed testbed, RunProgress progress) throws LabException, InterruptedException;
}
