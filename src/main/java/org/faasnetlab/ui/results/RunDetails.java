package org.faasnetlab.ui.results;

import java.util.List;
import org.faasnetlab.analysis.TrialSource;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;

/** A run with all but its intervals. */
record RunDetails(RunRow run, List<TrialRow> trials, List<FunctionRow> functions) {
    RunDetails {
        trials = List.copyOf(trials);
        functions = List.copyOf(functions);
    }

    long failedFunctions() {
        return functions.stream().filter(function -> function.failure() != null).count();
    }

    List<FunctionRow> functionsOf(TrialRow trial) {
        return functions.stream()
                .filter(function -> function.trial() == trial.index())
                .toList();
    }

    TrialSource source(TrialRow trial) {
        return new TrialSource(run, trials.size(), trial, functions);
    }
}
