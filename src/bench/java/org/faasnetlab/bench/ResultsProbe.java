package org.faasnetlab.bench;

import java.time.ZoneOffset;
import java.util.List;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.results.RunCatalogue;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;

/** The data that the results screen reads before it shows a run. */
public final class ResultsProbe {
    private ResultsProbe() {}

    /** Reads the list of runs and the curves of the newest run's first trial; returns the number of lines. */
    public static int firstChart(RunStore store) throws StoreException {
        RunRow run = RunCatalogue.Content.read(store).rows().get(0);
        RunDetails details =
                new RunDetails(run, store.trials(run.id()), store.functions(run.id()), store.evidence(run.id()));
        return TrialDetails.read(
                        store,
                        RunCharts.withPublishedData(ZoneOffset.UTC),
                        details.source(details.trials().get(0)))
                .timeline()
                .curves()
                .lines()
                .size();
    }

    /** Reads the summary of every trial; returns the number of functions that delivered a result. */
    public static int summaries(RunStore store, String id) throws StoreException {
        List<FunctionRow> functions = store.functions(id);
        int finished = 0;
        for (TrialRow trial : store.trials(id)) {
            finished += TrialSummary.read(store.sums(), trial, functions).finished();
        }
        return finished;
    }
}
