package org.faasnetlab.chart.data;

import java.util.List;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;

/**
 * What the charts of one trial are made of beside its intervals.
 *
 * @param trials how many the run has
 * @param functions those of the trial; rows of other trials are left out
 */
public record TrialChartSource(RunRow run, int trials, TrialRow trial, List<FunctionRow> functions) {
    public TrialChartSource {
        functions = functions.stream()
                .filter(function -> function.trial() == trial.index())
                .toList();
    }
}
