package org.faasnetlab.ui.results;

import java.util.List;
import org.faasnetlab.analysis.TrialSummary;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;

/** What the results screen reads before it shows a run. */
public final class ResultsProbe {
    private ResultsProbe() {}

    /** Reads the list of runs and the curves of the newest run's first trial, and gives how many lines those have. */
    public static int firstChart(RunStore store) throws StoreException {
        String id = KeptList.read(store).rows().get(0).id();
        TrialRow trial = store.trials(id).get(0);
        List<FunctionRow> functions = store.functions(id).stream()
                .filter(function -> function.trial() == trial.index())
                .toList();
        return TrialDetails.read(store, trial, functions).curves().lines().size();
    }

    /** Reads the line of every trial, and gives how many functions they say delivered. */
    public static int summaries(RunStore store, String id) throws StoreException {
        List<FunctionRow> functions = store.functions(id);
        int finished = 0;
        for (TrialRow trial : store.trials(id)) {
            finished += TrialSummary.read(store.sums(), trial, functions).finished();
        }
        return finished;
    }
}
