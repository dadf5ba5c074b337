package org.faasnetlab.run;

import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.testbed.Testbed;

/** Starts runs. One run at a time: its traffic would disturb another one's. */
public interface RunStarter {

    /**
     * Starts a run and returns at once; all else is told to the listener.
     *
     * @throws LabException if the plan cannot run on this testbed, or another run is under way
     */
    ActiveRun start(ExperimentPlan plan, Testbed testbed, RunListener listener)
            throws LabException, InterruptedException;
}
