package org.faasnetlab.ui.live;

import java.util.List;

/** All that the live screen shows, at one moment. */
record LiveSnapshot(
        RunProgress progress,
        Numbers numbers,
        List<FunctionLine> functions,
        Timeline timeline,
        List<FailureGroup> failures) {
    static final LiveSnapshot NONE =
            new LiveSnapshot(RunProgress.NONE, Numbers.NONE, List.of(), Timeline.EMPTY, List.of());

    /** Up to this many functions are drawn each as a line; above it as a band, with the picked ones as lines. */
    static final int MOST_LINES = 20;

    LiveSnapshot {
        functions = List.copyOf(functions);
        failures = List.copyOf(failures);
    }

    boolean drawsBand() {
        return functions.size() > MOST_LINES;
    }
}
