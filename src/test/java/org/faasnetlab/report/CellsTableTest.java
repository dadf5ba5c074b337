package org.faasnetlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.factor.FactorCells;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.junit.jupiter.api.Test;

class CellsTableTest {

    /** Seconds of 80 and 120 Mbit/s in turn. */
    @Test
    void anAggregateOfASingleTrialHasTheIntervalOfItsTime() {
        RunData run = run(1769, 3008, 3008);
        List<TrialSummary> trials = RunAnalysis.withBundledData().of(run).trials().stream()
                .map(TrialFindings::summary)
                .toList();

        ReportTable table = CellsTable.of(trials, run.functions(), false);

        BandwidthRange overTime = trials.get(0).totalInterval();
        assertThat(overTime).isNotNull();
        int aggregate = table.columns().stream()
                .map(ReportTable.Column::heading)
                .toList()
                .indexOf("Aggregate");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).get(aggregate + 1)).isEqualTo(ReportTable.interval(overTime));
        assertThat(table.rows().get(1).get(aggregate + 1))
                .as("of two trials with the same total, over trials")
                .isEqualTo(ReportTable.interval(
                        new BandwidthRange(trials.get(1).total(), trials.get(1).total())));
        assertThat(CellsTable.notes(trials, run.functions(), false).get(0).toString())
                .endsWith("with one trial, those of its functions and, for aggregates, over its time.");
        FactorCells cells = FactorCells.ofTrials(new RunChartSource(run.run(), trials, run.functions()), null);
        assertThat(cells.all().get(0).aggregateOverTime()).isEqualTo(overTime);
        assertThat(cells.all().get(1).aggregateOverTime()).isNull();
    }

    private static RunData run(int... memoryMb) {
        String id = "20261123-104210-cell";
        List<TrialRow> trials = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        List<StoredInterval> intervals = new ArrayList<>();
        for (int trial = 0; trial < memoryMb.length; trial++) {
            trials.add(TrialRowBuilder.trial(id)
                    .index(trial)
                    .repetition(trial)
                    .memoryMb(memoryMb[trial])
                    .functions(1)
                    .row());
            functions.add(FunctionRowBuilder.function(0)
                    .trial(trial)
                    .started(0L)
                    .delivered(10_000_000, 125_000_000)
                    .row());
            for (int i = 0; i < 100; i++) {
                long bytes = i / 10 % 2 == 0 ? 1_000_000 : 1_500_000;
                intervals.add(new StoredInterval(trial, 0, new Interval(i * 100_000L, 100_000, bytes, null)));
            }
        }
        return new RunData(RunRowBuilder.run(id).row(), trials, functions, intervals);
    }
}
