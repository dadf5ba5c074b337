package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.export.chart.ComparisonData;
import org.faasnetlab.export.chart.TimelineData;
import org.faasnetlab.store.IntervalSums;
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
                List<IntervalSums.Bin> bins = store.sums().bins(run.id(), trial, AggregateSeries.BIN_MICROS);
                lines.add(new ComparisonData.Line(run.title() + " (" + run.id() + ")", points(bins)));
            }
            simulated |= run.simulatedNetwork();
        }
        return new ComparisonData("All functions together", cell.words(), simulated, lines);
    }

    /** Leaves out a last bin that is covered less than half as much as the one before: it would look like a drop. */
    private static List<TimelineData.Point> points(List<IntervalSums.Bin> bins) {
        int last = bins.size() - 1;
        boolean drop = last > 0
                && bins.get(last).coveredMicros() * 2 < bins.get(last - 1).coveredMicros();
        return bins.subList(0, drop ? last : bins.size()).stream()
                .map(bin -> new TimelineData.Point(
                        (bin.number() + 0.5) * AggregateSeries.BIN_MICROS / 1e6,
                        bin.bytes() * 8e6 / AggregateSeries.BIN_MICROS))
                .toList();
    }
}
