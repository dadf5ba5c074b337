package org.faasnetlab.analysis;

import java.util.List;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;

/**
 * What the charts of a whole run are made of.
 *
 * @param trials those that are summarised so far, in their order
 * @param functions of the run
 */
public record ChartSource(RunRow run, List<TrialSummary> trials, List<FunctionRow> functions) {
    public ChartSource {
        trials = List.copyOf(trials);
        functions = List.copyOf(functions);
    }

    public static ChartSource of(RunData run) {
        return new ChartSource(run.run(), TrialSummary.of(run), run.functions());
    }
}
