package org.faasnetlab.analysis.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * Summary of a run for a list. It needs no intervals, so that a list of runs loads quickly.
 *
 * @param trials number of started trials
 * @param mostFunctions maximum number of concurrent functions of a trial
 * @param finished number of functions that delivered a result, over all trials
 * @param failed number that failed, over all trials
 * @param invalid number of trials that are left out of {@code each}
 * @param each rates of the functions that finished, over the valid trials, in bit/s; null if none has one
 * @param delivered bytes counted by the receivers, over all trials
 */
public record RunSummary(
        RunRow run,
        int trials,
        int mostFunctions,
        int finished,
        int failed,
        int invalid,
        @Nullable CellStatistics each,
        DataSize delivered) {

    /** Reads a run. */
    public static RunSummary read(RunReader store, RunRow run) throws StoreException {
        return of(run, store.trials(run.id()), store.functions(run.id()), store.evidence(run.id()));
    }

    /**
     * Summarizes each trial of a run.
     *
     * @param evidence of the run's trials, as far as it was recorded
     */
    public static RunSummary of(
            RunRow run, List<TrialRow> trials, List<FunctionRow> functions, List<EvidenceRow> evidence) {
        SortedMap<Integer, Validity> validity = Validity.ofTrials(trials, functions, evidence);
        Set<Integer> invalid = new HashSet<>();
        validity.forEach((trial, of) -> {
            if (!of.isValid()) {
                invalid.add(trial);
            }
        });
        Map<Integer, List<FunctionRow>> byTrial = functions.stream().collect(Collectors.groupingBy(FunctionRow::trial));
        return new RunSummary(
                run,
                trials.size(),
                trials.stream().mapToInt(TrialRow::functions).max().orElse(0),
                (int) functions.stream().filter(FunctionRow::finished).count(),
                (int) functions.stream()
                        .filter(function -> function.failure() != null)
                        .count(),
                invalid.size(),
                CellStatistics.of(trials.stream()
                        .filter(trial -> !invalid.contains(trial.index()))
                        .map(trial -> FunctionValues.rates(trial, byTrial.getOrDefault(trial.index(), List.of())))
                        .toList()),
                TrialSummary.delivered(functions));
    }
}
