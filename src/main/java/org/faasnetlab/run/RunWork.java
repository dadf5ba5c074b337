package org.faasnetlab.run;

import java.util.List;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.run.trial.TrialResult;
import org.faasnetlab.store.RunRow;

/**
 * What a run has to do.
 *
 * @param row as it is when the run begins or goes on
 * @param trials to measure, numbered after those that are kept already
 * @param soFar what came of the trials that are kept already
 * @param samples of the trials that are kept already
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
