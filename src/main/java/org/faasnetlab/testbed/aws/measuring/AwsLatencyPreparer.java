package org.faasnetlab.testbed.aws.measuring;

import java.util.Collections;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.LatencyTask;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.latency.LatencyWorkload;

/** Prepares latency trials: probes to the servers, and no transfer. */
final class AwsLatencyPreparer implements TrialPreparer<LatencyWorkload> {
    private final MeasurementTarget target;

    AwsLatencyPreparer(MeasurementTarget target) {
        this.target = target;
    }

    @Override
    public AwsTrial prepare(Cell cell, LatencyWorkload workload) throws LabException {
        Task task = new LatencyTask(workload.seconds(), workload.intervalMs());
        return new AwsTrial(
                Collections.nCopies(cell.functions(), task),
                target.probes(cell),
                AwsTrial.Cleanup.NOTHING,
                target.trialConditions(false));
    }
}
