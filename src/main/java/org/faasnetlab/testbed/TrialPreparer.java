package org.faasnetlab.testbed;

import org.faasnetlab.LabException;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;

/**
 * How a testbed prepares trials of one type of workload.
 *
 * @param <W> the workload
 */
public interface TrialPreparer<W extends Workload> {

    /**
     * Looks, before a run begins, whether what the workload needs is there.
     *
     * @throws LabException if it is not
     */
    default void require() throws LabException, InterruptedException {}

    /**
     * Starts servers and links and makes objects and URLs for one trial.
     *
     * @param workload that of the cell
     * @throws LabException with nothing left behind
     */
    PreparedTrial prepare(Cell cell, W workload) throws LabException, InterruptedException;
}
