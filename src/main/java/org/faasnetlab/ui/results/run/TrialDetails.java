package org.faasnetlab.ui.results.run;

import java.util.List;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.gantt.GanttData;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;

/**
 * The data of one trial as the screen shows it.
 *
 * @param functions in order of their number
 * @param timeline with the line of every function
 * @param gantt when each function transferred
 */
public record TrialDetails(TrialRow trial, List<FunctionRow> functions, TimelineData timeline, GanttData gantt) {
    public TrialDetails {
        functions = List.copyOf(functions);
    }

    public static TrialDetails read(RunReader store, RunCharts charts, TrialChartSource source) throws StoreException {
        return new TrialDetails(
                source.trial(), source.functions(), charts.timeline(store, source), charts.gantt(store, source));
    }

    public boolean drawsBand() {
        return timeline.asBand();
    }
}
