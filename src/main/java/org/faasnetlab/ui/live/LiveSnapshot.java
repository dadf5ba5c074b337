package org.faasnetlab.ui.live;

import java.util.List;
import org.faasnetlab.chart.timeline.DirectionCurves;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.faasnetlab.chart.timeline.TrialCurves;

/**
 * All that the live screen shows, at one moment.
 *
 * @param directions of a trial that goes both ways, the functions of each together; else empty
 */
public record LiveSnapshot(
        LiveRunState progress,
        LiveStatistics numbers,
        List<FunctionSnapshot> functions,
        TrialCurves curves,
        List<DirectionCurves> directions,
        List<FailureGroup> failures) {
    static final LiveSnapshot NONE = new LiveSnapshot(
            LiveRunState.NONE, LiveStatistics.NONE, List.of(), TrialCurves.EMPTY, List.of(), List.of());

    public LiveSnapshot {
        functions = List.copyOf(functions);
        directions = List.copyOf(directions);
        failures = List.copyOf(failures);
    }

    boolean drawsBand() {
        return functions.size() > TimelineChart.MOST_LINES;
    }
}
