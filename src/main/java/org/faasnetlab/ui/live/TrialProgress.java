package org.faasnetlab.ui.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.faasnetlab.analysis.Quantiles;
import org.faasnetlab.export.chart.FunctionCurve;
import org.faasnetlab.export.chart.TimelineChart;
import org.faasnetlab.export.chart.TrialCurves;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.ui.chart.BinTimeline;
import org.faasnetlab.ui.chart.RateBand;
import org.jspecify.annotations.Nullable;

/** The functions of the trial under way, and what they moved. Memory depends on the number of functions alone. */
final class TrialProgress {
    private final List<FunctionProgress> functions = new ArrayList<>();
    private final BinTimeline timeline;
    private final RateBand band;
    private final TimelineHead head;
    private boolean over;

    /** @param intervalMs length of an interval that functions report */
    TrialProgress(int count, int intervalMs) {
        for (int worker = 0; worker < count; worker++) {
            functions.add(new FunctionProgress(worker));
        }
        timeline = new BinTimeline(count, BinTimeline.LIVE_CAPACITY);
        band = new RateBand(timeline);
        head = new TimelineHead(functions, timeline, intervalMs);
    }

    /** Takes what a function said. */
    void said(int worker, FunctionRecord said) {
        FunctionProgress function = functions.get(worker);
        if (said instanceof FunctionRecord.Ready ready) {
            function.ready(ready);
        } else if (said instanceof FunctionRecord.Started started) {
            function.started(started.offsetMicros());
        } else if (said instanceof FunctionRecord.Measured measured) {
            measured(function, worker, measured.interval());
        } else if (said instanceof FunctionRecord.Finished finished) {
            function.finished(finished);
        }
    }

    private void measured(FunctionProgress function, int worker, Interval interval) {
        function.measured(interval);
        timeline.add(worker, interval);
    }

    void become(int worker, FunctionState state) {
        functions.get(worker).become(state);
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

    List<FunctionLine> lines() {
        return functions.stream().map(FunctionProgress::line).toList();
    }

    TrialCurves curves(Set<Integer> picked) {
        int bins = head.completeBins();
        boolean all = functions.size() <= TimelineChart.MOST_LINES;
        List<FunctionCurve> lines = new ArrayList<>();
        for (int worker = 0; worker < functions.size(); worker++) {
            if (all || picked.contains(worker)) {
                lines.add(new FunctionCurve(worker, timeline.rateCurve(worker, head.completeBins(worker))));
            }
        }
        return new TrialCurves(timeline.aggregateCurve(bins), band.curves(bins), lines);
    }

    Numbers numbers(TrialCurves drawn) {
        Map<FunctionState, Integer> counts = new EnumMap<>(FunctionState.class);
        functions.forEach(function -> counts.merge(function.state(), 1, Integer::sum));
        double[] rates = functions.stream()
                .map(FunctionProgress::rate)
                .filter(Objects::nonNull)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .toArray();
        CommonTimes times = new CommonTimes(functions, timeline, head.completeMicros());
        return new Numbers(
                over ? times.aggregateOverWindow() : aggregateNow(),
                drawn.aggregate().size() == 0
                        ? null
                        : new Bandwidth(drawn.aggregate().highest()),
                quantile(rates, 0.5),
                quantile(rates, 0.05),
                quantile(rates, 0.95),
                counts,
                times.startSpreadMicros(),
                times.windowMicros());
    }

    private @Nullable Bandwidth aggregateNow() {
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

    private static @Nullable Bandwidth quantile(double[] rates, double share) {
        return rates.length == 0 ? null : new Bandwidth(Quantiles.of(rates, share));
    }
}
