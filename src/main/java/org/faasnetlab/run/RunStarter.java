package org.faasnetlab.run;

import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.testbed.Testbed;

/** Starts runs. One run at a time, because concurrent runs would compete for bandwidth. */
public interface RunStarter {

    /**
     * Starts a run and returns immediately; all further events are sent to the listener.
     *
     * @throws LabException if the plan cannot run on this testbed, or another run is active
     */
    ActiveRun start(ExperimentPlan plan, Testbed testbed, RunListener listener)
            throws LabException, InterruptedException;
}
