package org.faasnetlab.ui.live;

import java.util.List;
import org.faasnetlab.export.chart.DirectionCurves;
import org.faasnetlab.export.chart.TimelineChart;
import org.faasnetlab.export.chart.TrialCurves;

/**
 * All that the live screen shows, at one moment.
 *
 * @param directions of a trial that goes both ways, the functions of each together; else empty
 */
record LiveSnapshot(
        RunProgress progress,
        Numbers numbers,
        List<FunctionLine> functions,
        TrialCurves curves,
        List<DirectionCurves> directions,
        List<FailureGroup> failures) {
    static final LiveSnapshot NONE =
            new LiveSnapshot(RunProgress.NONE, Numbers.NONE, List.of(), TrialCurves.EMPTY, List.of(), List.of());

    LiveSnapshot {
        functions = List.copyOf(functions);
        directions = List.copyOf(directions);
        failures = List.copyOf(failures);
    }

    boolean drawsBand() {
        return functions.size() > TimelineChart.MOST_LINES;
    }
}
