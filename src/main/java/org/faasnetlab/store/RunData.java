package org.faasnetlab.store;

import java.util.List;

/**
 * A complete run, read from the store.
 *
 * @param trials in order of their index
 * @param functions in order of trial and function index
 * @param intervals in order of trial, function index and start
 * @param evidence in order of trial; trials from before evidence was recorded have none
 * @param probes in order of trial and function index; only of functions that sent latency probes
 */
public record RunData(
        RunRow run,
        List<TrialRow> trials,
        List<FunctionRow> functions,
        List<StoredInterval> intervals,
        List<EvidenceRow> evidence,
        List<ProbeRow> probes) {
    public RunData {
        trials = List.copyOf(trials);
        functions = List.copyOf(functions);
        intervals = List.copyOf(intervals);
        evidence = List.copyOf(evidence);
        probes = List.copyOf(probes);
    }

    /** A run without latency probes. */
    public RunData(
            RunRow run,
            List<TrialRow> trials,
            List<FunctionRow> functions,
            List<StoredInterval> intervals,
            List<EvidenceRow> evidence) {
        this(run, trials, functions, intervals, evidence, List.of());
    }

    /** A run without evidence. */
    public RunData(RunRow run, List<TrialRow> trials, List<FunctionRow> functions, List<StoredInterval> intervals) {
        this(run, trials, functions, intervals, List.of());
    }
}
