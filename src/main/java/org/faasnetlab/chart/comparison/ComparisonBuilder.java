package org.faasnetlab.chart.comparison;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.timeline.SummedCurves;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;

/** Makes the aggregate bandwidths of runs over time into what a chart of several runs shows. */
public final class ComparisonBuilder {
    private ComparisonBuilder() {}

    /** Reads one trial of a cell of each run, the first that delivered; a run without one is left out. */
    public static ComparisonData read(RunReader store, RunComparison comparison, ComparedCell cell)
            throws StoreException {
        List<ComparisonData.Line> lines = new ArrayList<>();
        boolean simulated = false;
        for (int index = 0; index < comparison.runs().size(); index++) {
            RunRow run = comparison.runs().get(index);
            Integer trial = cell.samples().get(index).trial();
            if (trial != null) {
                lines.add(new ComparisonData.Line(
                        run.title() + " (" + run.id() + "), trial " + (trial + 1),
                        SummedCurves.aggregate(store.sums(), row(store, run, trial), cell.direction())));
            }
            simulated |= run.simulatedNetwork();
        }
        return new ComparisonData(new ChartHeading("All functions together", what(cell), simulated), lines);
    }

    private static String what(ComparedCell cell) {
        return "one trial per run · " + (cell.shared() ? cell.label() : "the runs have no cell in common");
    }

    private static TrialRow row(RunReader store, RunRow run, int trial) throws StoreException {
        return store.trials(run.id()).stream()
                .filter(row -> row.index() == trial)
                .findFirst()
                .orElseThrow();
    }
}
