package org.faasnetlab.analysis.summary;

import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * A run in one line of a list. It needs no intervals, so that a list of runs is quick.
 *
 * @param trials how many were begun
 * @param mostFunctions the most functions at once of a trial
 * @param finished how many functions delivered a result, over all trials
 * @param failed how many failed, over all trials
 * @param each bandwidth of the functions that finished, over all trials; null if none did
 * @param delivered what the receivers counted, over all trials
 */
public record RunSummary(
        RunRow run,
        int trials,
        int mostFunctions,
        int finished,
        int failed,
        @Nullable FunctionBandwidths each,
        DataSize delivered) {

    public static RunSummary of(RunRow run, List<TrialRow> trials, List<FunctionRow> functions) {
        return new RunSummary(
                run,
                trials.size(),
                trials.stream().mapToInt(TrialRow::functions).max().orElse(0),
                (int) functions.stream().filter(FunctionRow::finished).count(),
                (int) functions.stream().filter(one -> one.failure() != null).count(),
                FunctionBandwidths.of(functions),
                TrialSummary.delivered(functions));
    }
}
