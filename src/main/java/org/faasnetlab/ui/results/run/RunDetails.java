package org.faasnetlab.ui.results.run;

import java.util.List;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;

/** A run with all its rows except intervals and probes. */
public record RunDetails(RunRow run, List<TrialRow> trials, List<FunctionRow> functions, List<EvidenceRow> evidence) {
    public RunDetails {
        trials = List.copyOf(trials);
        functions = List.copyOf(functions);
        evidence = List.copyOf(evidence);
    }

    public long failedFunctions() {
        return functions.stream().filter(function -> function.failure() != null).count();
    }

    List<FunctionRow> functionsOf(TrialRow trial) {
        return functions.stream()
                .filter(function -> function.trial() == trial.index())
                .toList();
    }

    public TrialChartSource source(TrialRow trial) {
        return new TrialChartSource(run, trials.size(), trial, functions);
    }
}
