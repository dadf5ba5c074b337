package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.CommonWindow;
import org.faasnetlab.analysis.WholeIntervals;
import org.faasnetlab.export.chart.TimelineChart;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.chart.BinTimeline;
import org.faasnetlab.ui.chart.Curve;
import org.faasnetlab.ui.chart.Decimation;
import org.faasnetlab.ui.chart.FunctionCurve;
import org.faasnetlab.ui.chart.MeanMark;
import org.faasnetlab.ui.chart.RateBand;
import org.faasnetlab.ui.chart.TrialCurves;
import org.jspecify.annotations.Nullable;

/**
 * One trial as it is shown.
 *
 * @param functions in order of their number
 * @param curves with the line of every function, none longer than the screen can show
 * @param commonWindow with the aggregate bandwidth over it; null where there is none
 */
record TrialDetails(
        TrialRow trial,
        List<FunctionRow> functions,
        TrialCurves curves,
        @Nullable MeanMark commonWindow) {
    /** About as many points as a large screen has for a chart. */
    private static final int BINS = 2400;

    private static final int STRETCHES = 1000;

    /** Intervals that are read and drawn in a fraction of a second. */
    private static final int MOST_READ = 200_000;

    /** Reads a trial; one with more intervals than a screen could tell apart is drawn from sums over them. */
    static TrialDetails read(RunStore store, TrialRow trial, List<FunctionRow> functions) throws StoreException {
        return store.sums().count(trial.runId(), trial.index()) > MOST_READ
                ? new LargeTrial(store.sums(), trial, functions).details()
                : of(trial, functions, store.intervals(trial.runId(), trial.index()));
    }

    /** Computes the curves; for large trials this takes some tenths of a second. */
    static TrialDetails of(TrialRow trial, List<FunctionRow> functions, List<FunctionInterval> intervals) {
        int count = Math.max(
                trial.functions(),
                1 + intervals.stream().mapToInt(FunctionInterval::worker).max().orElse(0));
        BinTimeline timeline = new BinTimeline(count, BINS);
        intervals.forEach(interval -> timeline.add(interval.worker(), interval.interval()));
        int bins = timeline.filledBins();
        Map<Integer, List<Interval>> byWorker = intervals.stream()
                .collect(Collectors.groupingBy(
                        FunctionInterval::worker,
                        TreeMap::new,
                        Collectors.mapping(FunctionInterval::interval, Collectors.toList())));
        List<FunctionCurve> lines = byWorker.entrySet().stream()
                .map(entry -> new FunctionCurve(entry.getKey(), line(entry.getValue())))
                .toList();
        TrialCurves curves = new TrialCurves(timeline.aggregateCurve(bins), new RateBand(timeline).curves(bins), lines);
        return new TrialDetails(
                trial,
                List.copyOf(functions),
                curves,
                mark(CommonWindow.of(functions, intervals).orElse(null)));
    }

    static @Nullable MeanMark mark(@Nullable CommonWindow window) {
        return window == null
                ? null
                : new MeanMark(window.startMicros() / 1e6, window.endMicros() / 1e6, window.aggregate());
    }

    boolean drawsBand() {
        return trial.functions() > TimelineChart.MOST_LINES;
    }

    /** The curves to draw: the lines of all functions, or those of the picked ones where the band stands for the rest. */
    TrialCurves drawn(Set<Integer> picked) {
        if (!drawsBand()) {
            return curves;
        }
        List<FunctionCurve> lines = curves.lines().stream()
                .filter(line -> picked.contains(line.worker()))
                .toList();
        return new TrialCurves(curves.aggregate(), curves.band(), lines);
    }

    /** Length of the time axis: the planned length, or what was measured if that is longer. */
    double seconds() {
        Integer planned = trial.seconds();
        return Math.max(planned == null ? 0 : planned, curves.lastX());
    }

    private static Curve line(List<Interval> measured) {
        List<Interval> intervals = WholeIntervals.of(measured);
        double[] x = new double[intervals.size()];
        double[] y = new double[intervals.size()];
        for (int index = 0; index < x.length; index++) {
            Interval interval = intervals.get(index);
            x[index] = (interval.offsetMicros() + interval.durationMicros() / 2.0) / 1e6;
            y[index] = interval.bandwidth().bitsPerSecond();
        }
        return Decimation.shorten(new Curve(x, y), STRETCHES);
    }
}
