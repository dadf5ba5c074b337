package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.burst.SteadyWindow;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;

/**
 * What the charts of a whole run are made of.
 *
 * @param trials those that are summarised so far, in their order
 * @param functions of the run
 * @param withInvalid whether invalid trials count; else they stand only for cells that have no valid trial, hollow
 * @param evidence of trials; what it states of limits is drawn
 */
public record RunChartSource(
        RunRow run,
        List<TrialSummary> trials,
        List<FunctionRow> functions,
        boolean withInvalid,
        List<EvidenceRow> evidence) {

    /** Without evidence. */
    public RunChartSource(RunRow run, List<TrialSummary> trials, List<FunctionRow> functions, boolean withInvalid) {
        this(run, trials, functions, withInvalid, List.of());
    }

    /** Without invalid trials. */
    public RunChartSource(RunRow run, List<TrialSummary> trials, List<FunctionRow> functions) {
        this(run, trials, functions, false);
    }

    public RunChartSource {
        trials = List.copyOf(trials);
        functions = List.copyOf(functions);
        evidence = List.copyOf(evidence);
    }

    /** Reads a run, of whose intervals only sums are read; the steady aggregates stay unknown. */
    public static RunChartSource read(RunReader store, RunRow run) throws StoreException {
        List<FunctionRow> functions = store.functions(run.id());
        List<EvidenceRow> evidence = store.evidence(run.id());
        List<TrialSummary> trials = new ArrayList<>();
        for (TrialRow trial : store.trials(run.id())) {
            trials.add(TrialSummary.read(store.sums(), trial, functions)
                    .withEvidence(functions, EvidenceRow.of(trial.index(), evidence)));
        }
        return new RunChartSource(run, trials, functions, false, evidence);
    }

    /** The same with steady aggregates, for which the intervals are read, those of one function at a time. */
    public RunChartSource withSteadyAggregates(RunReader store) throws StoreException {
        List<TrialSummary> steady = new ArrayList<>();
        for (TrialSummary summary : trials) {
            TrialRow trial = summary.trial();
            List<FunctionRow> own = functions.stream()
                    .filter(function -> function.trial() == trial.index())
                    .toList();
            steady.add(summary.withSteadyWindow(
                    SteadyWindow.read(store, trial, own).orElse(null)));
        }
        return new RunChartSource(run, steady, functions, withInvalid, evidence);
    }

    /** The same, with invalid trials counted as if they were valid. */
    public RunChartSource includingInvalid() {
        return new RunChartSource(run, trials, functions, true, evidence);
    }
}
