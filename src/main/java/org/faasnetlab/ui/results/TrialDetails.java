package org.faasnetlab.ui.results;

import java.util.List;
import org.faasnetlab.export.chart.GanttData;
import org.faasnetlab.export.chart.TimelineData;
import org.faasnetlab.store.FunctionRow;
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

    boolean drawsBand() {
        return timeline.asBand();
    }
}
