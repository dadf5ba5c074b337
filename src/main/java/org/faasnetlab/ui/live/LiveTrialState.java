package org.faasnetlab.ui.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.timeline.DirectionCurves;
import org.faasnetlab.chart.timeline.FunctionCurve;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.faasnetlab.chart.timeline.TrialCurves;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.ui.chart.BinTimeline;
import org.faasnetlab.ui.chart.RateBand;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/** The functions of the trial under way, and what they moved. Memory depends on the number of functions alone. */
final class LiveTrialState {
    private final List<FunctionProgress> functions;
    private final BinTimeline timeline;
    private final RateBand band;
    private final TimelineHead head;
    private boolean over;

    LiveTrialState(Cell spec) {
        this(
                IntStream.range(0, spec.functions())
                        .mapToObj(functionIndex -> new FunctionProgress(functionIndex, spec.directionOf(functionIndex)))
                        .toList(),
                spec.workload().intervalMs());
    }

    private LiveTrialState(List<FunctionProgress> functions, int intervalMs) {
        this.functions = functions;
        timeline = new BinTimeline(functions.size(), BinTimeline.LIVE_CAPACITY);
        band = new RateBand(timeline);
        head = new TimelineHead(functions, timeline, intervalMs);
    }

    /** Before the first trial. */
    static LiveTrialState empty() {
        return new LiveTrialState(List.of(), 0);
    }

    /** Takes what a function said. */
    void said(int functionIndex, FunctionRecord said) {
        FunctionProgress function = functions.get(functionIndex);
        if (said instanceof FunctionRecord.Ready ready) {
            function.ready(ready);
        } else if (said instanceof FunctionRecord.Started started) {
            function.started(started.offsetMicros());
        } else if (said instanceof FunctionRecord.Measured measured) {
            measured(function, functionIndex, measured.interval());
        } else if (said instanceof FunctionRecord.Finished finished) {
            function.finished(finished);
        }
    }

    private void measured(FunctionProgress function, int functionIndex, Interval interval) {
        function.measured(interval);
        timeline.add(functionIndex, interval);
    }

    void become(int functionIndex, FunctionState state) {
        functions.get(functionIndex).become(state);
    }

    void end() {
        over = true;
        functions.forEach(FunctionProgress::end);
    }

    boolean sending() {
        return functions.stream().anyMatch(function -> function.state() == FunctionState.SENDING);
    }

    long bytes() {
        return functions.stream().mapToLong(FunctionProgress::bytes).sum();
    }

    List<FunctionSnapshot> lines() {
        return functions.stream().map(FunctionProgress::line).toList();
    }

    TrialCurves curves(Set<Integer> picked) {
        int bins = head.completeBins();
        boolean all = functions.size() <= TimelineChart.MOST_LINES;
        List<FunctionCurve> lines = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < functions.size(); functionIndex++) {
            if (all || picked.contains(functionIndex)) {
                lines.add(new FunctionCurve(
                        functionIndex, timeline.rateCurve(functionIndex, head.completeBins(functionIndex))));
            }
        }
        return new TrialCurves(timeline.aggregateCurve(bins), band.curves(bins), lines);
    }

    /** Where functions go both ways, those of each together: they are not added up. */
    List<DirectionCurves> directions() {
        int bins = head.completeBins();
        List<Direction> ways = functions.stream()
                .map(FunctionProgress::direction)
                .distinct()
                .sorted()
                .toList();
        return ways.size() < 2
                ? List.of()
                : ways.stream()
                        .map(way -> new DirectionCurves(
                                way.word(),
                                timeline.aggregateCurve(
                                        bins,
                                        functionIndex ->
                                                functions.get(functionIndex).direction() == way),
                                Curve.EMPTY,
                                null))
                        .toList();
    }

    LiveStatistics numbers(TrialCurves drawn) {
        Map<FunctionState, Integer> counts = new EnumMap<>(FunctionState.class);
        functions.forEach(function -> counts.merge(function.state(), 1, Integer::sum));
        LiveCommonWindow times = new LiveCommonWindow(functions, timeline, head.completeMicros());
        List<DirectionRates> rates = rates(times);
        return new LiveStatistics(
                rates,
                rates.size() > 1 || drawn.aggregate().size() == 0
                        ? null
                        : new Bandwidth(drawn.aggregate().highest()),
                counts,
                times.startSpreadMicros(),
                times.windowMicros());
    }

    /**
     * What goes each way at the same time is not added up.
     *
     * @param times of all functions: in their common window alone all were under way
     */
    private List<DirectionRates> rates(LiveCommonWindow times) {
        List<DirectionRates> rates = new ArrayList<>();
        for (Direction direction : List.of(Direction.DOWNLOAD, Direction.UPLOAD)) {
            List<FunctionProgress> same = functions.stream()
                    .filter(function -> function.direction() == direction)
                    .toList();
            if (!same.isEmpty()) {
                rates.add(DirectionRates.of(
                        direction, same, over ? times.aggregateOverWindow(same) : aggregateNow(same)));
            }
        }
        return rates;
    }

    private static @Nullable Bandwidth aggregateNow(List<FunctionProgress> functions) {
        double sum = 0;
        boolean any = false;
        for (FunctionProgress function : functions) {
            Bandwidth rate = function.state() == FunctionState.SENDING ? function.rate() : null;
            if (rate != null) {
                sum += rate.bitsPerSecond();
                any = true;
            }
        }
        return any ? new Bandwidth(sum) : null;
    }
}
