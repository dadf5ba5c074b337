package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.export.chart.ComparisonData;
import org.faasnetlab.export.chart.TimelineData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;

/** Makes the aggregate bandwidths of runs over time into what a chart of several runs shows. */
public final class ComparisonTimeline {
    private ComparisonTimeline() {}

    /** Reads the first trial of a cell of each run; a run without one is left out. */
    public static ComparisonData read(RunStore store, RunComparison comparison, ComparedCell cell)
            throws StoreException {
        List<ComparisonData.Line> lines = new ArrayList<>();
        boolean simulated = false;
        for (int index = 0; index < comparison.runs().size(); index++) {
            RunRow run = comparison.runs().get(index);
            Integer trial = cell.sides().get(index).trial();
            if (trial != null) {
                AggregateSeries series =
                        AggregateSeries.of(store.intervals(run.id(), trial), AggregateSeries.BIN_MICROS);
                lines.add(new ComparisonData.Line(run.title() + " (" + run.id() + ")", points(series)));
            }
            simulated |= run.simulatedNetwork();
        }
        return new ComparisonData("All functions together", cell.words(), simulated, lines);
    }

    private static List<TimelineData.Point> points(AggregateSeries series) {
        return series.points().stream()
                .filter(point -> point.functions() == 0 || point.coverage() >= 0.5)
                .map(point -> new TimelineData.Point(
                        (point.startMicros() + series.binMicros() / 2.0) / 1e6,
                        point.bandwidth().bitsPerSecond()))
                .toList();
    }
}
