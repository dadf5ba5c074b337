package org.faasnetlab.store;

import java.util.List;

/**
 * A whole run read back.
 *
 * @param trials in order of their index
 * @param functions in order of trial and worker
 * @param intervals in order of trial, worker and start
 */
public record RunData(
        RunRow run, List<TrialRow> trials, List<FunctionRow> functions, List<FunctionInterval> intervals) {
    public RunData {
        trials = List.copyOf(trials);
        functions = List.copyOf(functions);
        intervals = List.copyOf(intervals);
    }
}
