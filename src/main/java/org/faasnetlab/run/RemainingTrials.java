package org.faasnetlab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.run.trial.TrialResult;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;

/** Determines the remaining trials of an unfinished run. */
final class RemainingTrials {
    /** Identifies a trial of the plan. */
    private record Measurement(int repetition, Cell cell) {}

    private final RunRow run;
    private final List<TrialRow> trials;
    private final List<FunctionRow> functions;
    private final List<EvidenceRow> evidence;

    RemainingTrials(RunRow run, List<TrialRow> trials, List<FunctionRow> functions, List<EvidenceRow> evidence) {
        this.evidence = evidence;
        this.run = run;
        this.trials = trials;
        this.functions = functions;
    }

    /**
     * @param row the run as it is when it is resumed
     * @throws LabException if no trial is left, or the run was made by a version with other presets or settings
     */
    RunExecution.Work work(RunRow row, Presets presets) throws LabException {
        if (run.status() == RunStatus.COMPLETED || run.status() == RunStatus.PARTIAL) {
            throw alreadyComplete();
        }
        ExperimentPlan plan = presets.restore(run);
        CellSamples samples = new CellSamples(plan.repetition());
        TrialResult soFar = TrialResult.NONE;
        Map<Measurement, TrialRow> completed = completedTrials();
        int next = trials.stream().mapToInt(trial -> trial.index() + 1).max().orElse(0);
        List<Trial> remaining = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            TrialRow measured = completed.get(new Measurement(trial.repetition(), trial.cell()));
            if (measured == null) {
                remaining.add(new Trial(next++, trial.repetition(), trial.cell()));
            } else {
                soFar = soFar.plus(result(measured.index()));
                samples.add(
                        measured,
                        functions.stream()
                                .filter(function -> function.trial() == measured.index())
                                .toList(),
                        EvidenceRow.of(measured.index(), evidence));
            }
        }
        if (remaining.stream().allMatch(trial -> samples.isPreciseEnough(trial.cell()))) {
            throw alreadyComplete();
        }
        return new RunExecution.Work(row, plan, remaining, soFar, samples);
    }

    private LabException alreadyComplete() {
        return new LabException(
                LabException.Kind.BAD_INPUT,
                Phrase.of("Run {0} has no remaining trials.", run.id()),
                Phrase.of("To view it, run 'faasnetlab show {0}'. To measure again, start a new run.", run.id()));
    }

    /** Completed trials, without those that could not be prepared or were cut off. */
    private Map<Measurement, TrialRow> completedTrials() {
        Map<Measurement, TrialRow> done = new HashMap<>();
        for (TrialRow trial : trials) {
            boolean ended = trial.status() == RunStatus.COMPLETED
                    || trial.status() == RunStatus.PARTIAL
                    || (trial.status() == RunStatus.FAILED && trial.t0EpochMicros() != null);
            if (ended) {
                done.put(new Measurement(trial.repetition(), trial.cell()), trial);
            }
        }
        return done;
    }

    private TrialResult result(int trial) {
        TrialResult result = TrialResult.NONE;
        for (FunctionRow function : functions) {
            if (function.trial() == trial) {
                result = result.plus(
                        function.finished()
                                ? new TrialResult(1, 0, null)
                                : new TrialResult(0, 1, function.failureMessage()));
            }
        }
        return result;
    }
}
