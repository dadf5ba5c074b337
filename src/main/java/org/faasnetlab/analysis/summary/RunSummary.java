package org.faasnetlab.analysis.summary;

import java.util.List;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Summary of a run for a list. It needs no intervals, so that a list of runs loads quickly.
 *
 * @param trials number of started trials
 * @param mostFunctions maximum number of concurrent functions of a trial
 * @param finished number of functions that delivered a result, over all trials
 * @param failed number that failed, over all trials
 * @param each bandwidth of the functions that finished, over the trials, in bit/s; null if none did
 * @param delivered bytes counted by the receivers, over all trials
 */
public record RunSummary(
        RunRow run,
        int trials,
        int mostFunctions,
        int finished,
        int failed,
        @Nullable CellStatistics each,
        DataSize delivered) {

    public static RunSummary of(RunRow run, List<TrialRow> trials, List<FunctionRow> functions) {
        return new RunSummary(
                run,
                trials.size(),
                trials.stream().mapToInt(TrialRow::functions).max().orElse(0),
                (int) functions.stream().filter(FunctionRow::finished).count(),
                (int) functions.stream().filter(one -> one.failure() != null).count(),
                CellStatistics.of(FunctionValues.byTrial(Metrics.BANDWIDTH, functions)),
                TrialSummary.delivered(functions));
    }
}
