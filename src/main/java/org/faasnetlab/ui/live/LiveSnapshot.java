package org.faasnetlab.ui.live;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.timeline.DirectionCurves;
import org.faasnetlab.chart.timeline.MetricCurve;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.faasnetlab.chart.timeline.TrialCurves;
import org.faasnetlab.run.progress.FailureGroup;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The content of the live screen at one moment.
 *
 * @param inPhase how long the current phase of the trial has lasted
 * @param directions for a trial in both directions, the aggregate of each direction; else empty
 * @param latency round-trip times of latency probes in ms, median of the functions; empty without probes
 * @param transport loss of datagrams, TCP's round-trip time, or retransmits; null if unknown
 */
public record LiveSnapshot(
        ProgressSnapshot progress,
        Duration inPhase,
        LiveStatistics numbers,
        TrialCurves curves,
        List<DirectionCurves> directions,
        Curve latency,
        @Nullable MetricCurve transport) {
    static final LiveSnapshot NONE = new LiveSnapshot(
            ProgressSnapshot.NONE, Duration.ZERO, LiveStatistics.NONE, TrialCurves.EMPTY, List.of(), Curve.EMPTY, null);

    public LiveSnapshot {
        directions = List.copyOf(directions);
    }

    public List<FunctionSnapshot> functions() {
        return progress.functions();
    }

    List<FailureGroup> failures() {
        return progress.failures();
    }

    boolean drawsBand() {
        return functions().size() > TimelineChart.MAX_LINES;
    }
}
