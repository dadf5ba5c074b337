package org.faasnetlab.ui.results;

import java.util.List;
import org.faasnetlab.analysis.RunCharts;
import org.faasnetlab.analysis.TrialSource;
import org.faasnetlab.export.chart.GanttData;
import org.faasnetlab.export.chart.TimelineData;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;

/**
 * One trial as it is shown.
 *
 * @param functions in order of their number
 * @param timeline with the line of every function
 * @param gantt when each function transferred
 */
record TrialDetails(TrialRow trial, List<FunctionRow> functions, TimelineData timeline, GanttData gantt) {
    TrialDetails {
        functions = List.copyOf(functions);
    }

    static TrialDetails read(RunStore store, RunCharts charts, TrialSource source) throws StoreException {
        return new TrialDetails(
                source.trial(), source.functions(), charts.timeline(store, source), charts.gantt(store, source));
    }

    boolean drawsBand() {
        return timeline.asBand();
    }
}
