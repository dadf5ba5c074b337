package org.faasnetlab.ui.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.timeline.DirectionCurves;
import org.faasnetlab.chart.timeline.MetricCurve;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.faasnetlab.chart.timeline.TrialBins;
import org.faasnetlab.chart.timeline.TrialCurves;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.faasnetlab.run.progress.FunctionState;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.jspecify.annotations.Nullable;

/** Computes curves and numbers of the newest trial at one moment. */
final class LiveTrial {
    private final ProgressSnapshot progress;
    private final List<FunctionSnapshot> functions;
    private final TrialBins bins;
    private final TimelineHead head;

    /** @param bins the bins of the trial */
    LiveTrial(ProgressSnapshot progress, TrialBins bins) {
        this.progress = progress;
        this.functions = progress.functions();
        this.bins = bins;
        this.head = new TimelineHead(
                functions,
                bins,
                progress.cell() == null ? 0 : progress.cell().workload().intervalMs());
    }

    /**
     * @param latency round-trip times of latency probes in ms
     * @param transport loss, TCP's round-trip time, or retransmits; null if unknown
     */
    LiveSnapshot snapshot(Set<Integer> picked, Duration inPhase, Curve latency, @Nullable MetricCurve transport) {
        TrialCurves curves = curves(picked);
        return new LiveSnapshot(progress, inPhase, numbers(curves), curves, directions(), latency, transport);
    }

    private TrialCurves curves(Set<Integer> picked) {
        int complete = head.completeBins();
        boolean all = functions.size() <= TimelineChart.MAX_LINES;
        List<TrialCurves.FunctionCurve> lines = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < functions.size(); functionIndex++) {
            if (all || picked.contains(functionIndex)) {
                lines.add(new TrialCurves.FunctionCurve(
                        functionIndex, bins.rates(functionIndex, head.completeBins(functionIndex))));
            }
        }
        return new TrialCurves(
                bins.aggregate(complete), bins.band(complete), lines, bins.binMicros(), bins.binMicros());
    }

    /** For a trial in both directions, the curves of each direction: their rates are not added up. */
    private List<DirectionCurves> directions() {
        int complete = head.completeBins();
        List<Direction> directions = functions.stream()
                .map(FunctionSnapshot::direction)
                .distinct()
                .sorted()
                .toList();
        return directions.size() < 2
                ? List.of()
                : directions.stream()
                        .map(direction -> new DirectionCurves(
                                DirectionFormatter.text(direction),
                                bins.only(functionIndex ->
                                                functions.get(functionIndex).direction() == direction)
                                        .aggregate(complete),
                                Curve.EMPTY,
                                null))
                        .toList();
    }

    private LiveStatistics numbers(TrialCurves drawn) {
        Map<FunctionState, Integer> counts = new EnumMap<>(FunctionState.class);
        functions.forEach(function -> counts.merge(function.state(), 1, Integer::sum));
        LiveCommonWindow window = new LiveCommonWindow(functions, bins, head.completeMicros());
        List<DirectionRates> rates = rates(window);
        return new LiveStatistics(
                rates,
                rates.size() > 1 || drawn.aggregate().size() == 0
                        ? null
                        : new Bandwidth(drawn.aggregate().highest()),
                counts,
                window.startSpreadMicros(),
                window.windowMicros());
    }

    /**
     * The rates of the two directions are not added up.
     *
     * @param window common window of all functions: only in it are all of them active
     */
    private List<DirectionRates> rates(LiveCommonWindow window) {
        boolean over = progress.phase() == RunPhase.PAUSED || progress.phase() == RunPhase.FINISHED;
        List<DirectionRates> rates = new ArrayList<>();
        for (Direction direction : List.of(Direction.DOWNLOAD, Direction.UPLOAD)) {
            List<FunctionSnapshot> same = functions.stream()
                    .filter(function -> function.direction() == direction)
                    .toList();
            if (!same.isEmpty()) {
                rates.add(DirectionRates.of(
                        direction, same, over ? window.aggregateOverWindow(same) : aggregateNow(same)));
            }
        }
        return rates;
    }

    private static @Nullable Bandwidth aggregateNow(List<FunctionSnapshot> functions) {
        double sum = 0;
        boolean any = false;
        for (FunctionSnapshot function : functions) {
            Bandwidth rate = function.state() == FunctionState.TRANSFERRING ? function.rate() : null;
            if (rate != null) {
                sum += rate.bitsPerSecond();
                any = true;
            }
        }
        return any ? new Bandwidth(sum) : null;
    }
}
