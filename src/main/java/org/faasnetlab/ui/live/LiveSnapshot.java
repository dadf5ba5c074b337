package org.faasnetlab.ui.live;

import java.util.List;
import org.faasnetlab.export.chart.TimelineChart;
import org.faasnetlab.export.chart.TrialCurves;

/** All that the live screen shows, at one moment. */
record LiveSnapshot(
        RunProgress progress,
        Numbers numbers,
        List<FunctionLine> functions,
        TrialCurves curves,
        List<FailureGroup> failures) {
    static final LiveSnapshot NONE =
            new LiveSnapshot(RunProgress.NONE, Numbers.NONE, List.of(), TrialCurves.EMPTY, List.of());

    LiveSnapshot {
        functions = List.copyOf(functions);
        failures = List.copyOf(failures);
    }

    boolean drawsBand() {
        return functions.size() > TimelineChart.MOST_LINES;
    }
}
