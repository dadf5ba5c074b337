package org.faasnetlab.chart.gantt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * When the functions of a trial transferred. One that failed or was cut off ends with its last interval; one that never
 * began has no bar.
 */
public final class GanttBuilder {
    private GanttBuilder() {}

    /** Intervals are asked for only if a function did not finish: the result of one that did says when it ended. */
    public static GanttData read(ChartHeading head, TrialChartSource source, IntervalSums sums) throws StoreException {
        TrialRow trial = source.trial();
        List<FunctionRow> functions = source.functions();
        Map<Integer, IntervalSums.Extent> measured = new HashMap<>();
        if (!functions.stream().allMatch(FunctionRow::finished)) {
            sums.extents(trial.runId(), trial.index()).forEach(extent -> measured.put(extent.functionIndex(), extent));
        }
        List<GanttData.Bar> bars = functions.stream()
                .flatMap(function -> bar(function, measured.get(function.functionIndex())).stream())
                .toList();
        Integer seconds = trial.workload().measuredSeconds();
        double planned = seconds == null ? 0 : seconds;
        double end = bars.stream().mapToDouble(GanttData.Bar::endSecond).reduce(planned, Math::max);
        return new GanttData(head, Math.max(end, 0.1) * 1.02, bars, running(bars));
    }

    /** @param measured its intervals, or null if it has none */
    private static Optional<GanttData.Bar> bar(FunctionRow function, IntervalSums.@Nullable Extent measured) {
        Long said = function.startOffsetMicros();
        Long first = said == null && measured != null ? (Long) measured.startMicros() : said;
        if (first == null) {
            return Optional.empty();
        }
        long start = first;
        long end = start;
        if (function.finished() && function.durationMicros() != null) {
            end = start + function.durationMicros();
        } else if (measured != null) {
            end = measured.endMicros();
        }
        return Optional.of(
                new GanttData.Bar(function.functionIndex(), start / 1e6, Math.max(start, end) / 1e6, function.end()));
    }

    private static Curve running(List<GanttData.Bar> bars) {
        TreeMap<Double, Integer> changes = new TreeMap<>();
        for (GanttData.Bar bar : bars) {
            changes.merge(bar.startSecond(), 1, Integer::sum);
            changes.merge(bar.endSecond(), -1, Integer::sum);
        }
        List<double[]> points = new ArrayList<>();
        double since = changes.isEmpty() ? 0 : Math.min(0, changes.firstKey());
        int now = 0;
        for (Map.Entry<Double, Integer> change : changes.entrySet()) {
            points.add(new double[] {since, now});
            points.add(new double[] {change.getKey(), now});
            since = change.getKey();
            now += change.getValue();
        }
        if (!points.isEmpty()) {
            points.add(new double[] {since, now});
            points.add(new double[] {since, now});
        }
        return new Curve(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }
}
