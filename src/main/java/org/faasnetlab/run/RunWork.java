package org.faasnetlab.run;

import java.util.List;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.run.trial.TrialResult;
import org.faasnetlab.store.RunRow;

/**
 * The trials that a run has to measure.
 *
 * @param row the run as it is when it starts or is resumed
 * @param trials to measure, numbered after those that are already stored
 * @param soFar result of the trials that are already stored
 * @param samples of the trials that are already stored
 */
record RunWork(RunRow row, ExperimentPlan plan, List<Trial> trials, TrialResult soFar, CellSamples samples) {

    static RunWork fresh(RunRow row, ExperimentPlan plan) {
        return new RunWork(
                row,
                plan,
                plan.trials(),
                TrialResult.NONE,
                new CellSamples(plan.repetition().ciWidthPercent()));
    }
}
