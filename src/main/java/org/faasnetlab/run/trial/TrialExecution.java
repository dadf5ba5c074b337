package org.faasnetlab.run.trial;

import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One trial from preparation to clean-up. */
public final class TrialExecution {
    private static final Logger LOG = LoggerFactory.getLogger(TrialExecution.class);

    private final RunContext run;
    private final Trial trial;
    private @Nullable LabException cleanUpFailure;

    public TrialExecution(RunContext run, Trial trial) {
        this.run = run;
        this.trial = trial;
    }

    /**
     * Measures the trial. However it ends, its end is reported and its testbed is cleaned up.
     *
     * @throws LabException if it cannot be prepared, or the store fails
     * @throws InterruptedException if the run is cancelled
     */
    public TrialResult measure() throws LabException, InterruptedException {
        RunStatus status = RunStatus.FAILED;
        run.events().emit(new RunEvent.TrialPreparing(trial.index()));
        try {
            run.events().check();
            TrialResult result = prepareAndMeasure();
            status = result.status();
            return result;
        } catch (InterruptedException e) {
            status = RunStatus.CANCELLED;
            throw e;
        } finally {
            run.events().emit(new RunEvent.TrialEnded(trial.index(), status));
        }
    }

    /** The failure of the clean-up after the trial, or null. It does not affect the measurement. */
    @Nullable
    public LabException cleanUpFailure() {
        return cleanUpFailure;
    }

    private TrialResult prepareAndMeasure() throws LabException, InterruptedException {
        Testbed testbed = run.testbed();
        Cell cell = trial.cell();
        FunctionRef function = run.signal().interruptibly(() -> testbed.function(cell.memoryMb()));
        PreparedTrial prepared = run.signal().interruptibly(() -> testbed.prepare(cell));
        try {
            if (run.signal().isCancelled()) {
                throw new InterruptedException("cancelled");
            }
            TrialInvocations functions = new TrialInvocations(run, trial, function);
            return functions.measure(prepared);
        } finally {
            cleanUp(prepared);
        }
    }

    private void cleanUp(PreparedTrial prepared) {
        try {
            prepared.close();
        } catch (LabException e) {
            LOG.warn("Cannot clean up trial {}", trial.index(), e);
            cleanUpFailure = e;
        }
    }
}
