package org.faasnetlab.run;

import org.faasnetlab.LabException;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.Testbed;

/** Resumes runs that were stopped or cut off. */
public interface RunResumer {

    /**
     * Checks whether a run has trials left, before a testbed is started for it.
     *
     * @throws LabException if the run is complete
     * @throws LabException if its plan or its trials cannot be read
     */
    void check(RunRow run) throws LabException;

    /**
     * Measures the remaining trials of a run in their original order, and adds them to the run. A trial that was cut
     * off is measured again under a new number; its earlier data remains unchanged.
     *
     * @throws LabException if the run is complete, or belongs to another testbed
     * @throws LabException if the plan cannot run on this testbed, or another run is active
     */
    ActiveRun resume(RunRow run, Testbed testbed, RunListener listener) throws LabException, InterruptedException;
}
