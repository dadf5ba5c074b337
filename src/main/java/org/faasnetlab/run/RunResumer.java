package org.faasnetlab.run;

import org.faasnetlab.LabException;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.Testbed;

/** Goes on with runs that were stopped or cut off. */
public interface RunResumer {

    /**
     * Looks whether something is left of a run, before a testbed is started for it.
     *
     * @throws LabException if the run came to its end
     * @throws LabException if its plan or its trials cannot be read
     */
    void check(RunRow run) throws LabException;

    /**
     * Measures what is left of a run, in the order that it had, and adds it to the run. A trial that was cut off is
     * measured again under a new number; what it had measured is kept as it is.
     *
     * @throws LabException if the run came to its end, or was of another testbed
     * @throws LabException if the plan cannot run on this testbed, or another run is under way
     */
    ActiveRun resume(RunRow run, Testbed testbed, RunListener listener) throws LabException, InterruptedException;
}
