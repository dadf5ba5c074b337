package org.faasnetlab.testbed;

import org.faasnetlab.LabException;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;

/**
 * Prepares trials of one type of workload on a testbed.
 *
 * @param <W> the workload
 */
public interface TrialPreparer<W extends Workload> {

    /**
     * Checks, before a run starts, that the prerequisites of the workload are met.
     *
     * @throws LabException if they are not
     */
    default void require() throws LabException, InterruptedException {}

    /**
     * Checks, before a run starts, that the workload can be measured over the network of the plan.
     *
     * @throws LabException if it cannot
     */
    default void requireNetwork(NetworkSettings network) throws LabException {}

    /**
     * Starts servers and links and creates objects and URLs for one trial.
     *
     * @param workload the workload of the cell
     * @throws LabException if that fails; everything that was created is deleted again
     */
    PreparedTrial prepare(Cell cell, W workload) throws LabException, InterruptedException;
}
