package org.faasnetlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.comparison.CellTrials;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.comparison.RunComparison.ComparedRun;
import org.faasnetlab.analysis.summary.RunSummary;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.DrawableMetrics;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.capacity.CapacityMetrics;
import org.junit.jupiter.api.Test;

/** The number of a search is what it found, and not the mean of all it sent, which is 33 Mbit/s here. */
class SearchTablesTest {
    private static final RunAnalysis ANALYSIS = RunAnalysis.withBundledData();
    private static final RunData SEARCHES = PlainRuns.searches("a", 2, 50e6, 60e6, 70e6);
    private static final RunFindings FINDINGS = ANALYSIS.of(SEARCHES);

    @Test
    void tablesOfTrialsHaveTheCapacityItsSumAndTcpsShare() {
        for (List<ReportTable> tables : List.of(
                TrialsTable.brief(FINDINGS, SEARCHES.functions()),
                List.of(TrialsTable.of(SEARCHES.run(), FINDINGS, SEARCHES.functions())))) {
            assertThat(column(tables, "IP-layer capacity"))
                    .containsExactly("50.0 Mbit/s", "60.0 Mbit/s", "70.0 Mbit/s");
            assertThat(column(tables, "Aggregate")).containsExactly("100 Mbit/s", "120 Mbit/s", "140 Mbit/s");
            assertThat(column(tables, "Steady")).containsOnly(ReportTable.NONE);
            assertThat(column(tables, "TCP share of the capacity")).containsOnly("90 %");
        }
    }

    /** Function 0 finds 10 Mbit/s and TCP 80 % of it, function 1 20 Mbit/s and 100 %. */
    @Test
    void sentenceAndTableOfTwoFunctionsStateTheSameMedian() {
        RunData run = PlainRuns.searches("a", 2, 20e6);
        FunctionRow slower = FunctionRowBuilder.like(run.functions().get(0))
                .metric(CapacityMetrics.CAPACITY, 10e6)
                .metric(CapacityMetrics.TCP_SHARE, 0.8)
                .row();
        FunctionRow other = FunctionRowBuilder.like(run.functions().get(1))
                .metric(CapacityMetrics.TCP_SHARE, 1)
                .row();
        RunData uneven = new RunData(run.run(), run.trials(), List.of(slower, other), List.of());
        assertThat(answer(uneven, "capacity"))
                .startsWith("IP-layer capacity: 15.0 Mbit/s (median of 2 functions)")
                .contains("TCP reached 90 % of it.");
        List<ReportTable> tables = TrialsTable.brief(ANALYSIS.of(uneven), uneven.functions());
        assertThat(column(tables, "IP-layer capacity")).containsExactly("15.0 Mbit/s");
        assertThat(column(tables, "TCP share of the capacity")).containsExactly("90 %");
        assertThat(column(tables, "Aggregate")).containsExactly("30.0 Mbit/s");
    }

    @Test
    void tablesOfFunctionsAndCellsHaveTheCapacity() {
        assertThat(column(StatisticsTable.of(FINDINGS.trials()), "IP-layer capacity"))
                .containsExactly("50.0 Mbit/s", "60.0 Mbit/s", "70.0 Mbit/s");
        ReportTable cells = CellsTable.of(summaries(), SEARCHES.functions(), false);
        assertThat(column(cells, "IP-layer capacity")).containsExactly("60.0 Mbit/s");
        assertThat(column(cells, "Aggregate")).containsExactly("120 Mbit/s");
        assertThat(column(cells, "TCP share of the capacity")).containsExactly("90 %");
    }

    @Test
    void anyAnswerStatesTheCapacityAndTcpsShare() {
        // Student's with 2 degrees of freedom: 60 +- 4.3027 * 10 / sqrt(3).
        String rates =
                "IP-layer capacity of 2 functions (download) 60.0 Mbit/s each (median over 3 trials; 95 % CI 35.2 Mbit/s to"
                        + " 84.8 Mbit/s), 120 Mbit/s in total (95 % CI 70.3 Mbit/s to 170 Mbit/s), TCP share of the capacity 90 %.";
        assertThat(answer(SEARCHES, "iperf3-concurrent")).isEqualTo(rates);
        assertThat(answer(SEARCHES, "capacity"))
                .startsWith("Trial 1 of 3: IP-layer capacity: 50.0 Mbit/s (median of 2 functions)")
                .endsWith("Over all trials: " + rates);
        assertThat(answer(PlainRuns.searches("b", 1, 50e6), "capacity"))
                .isEqualTo(
                        "IP-layer capacity: 50.0 Mbit/s with 0.2 % loss and 0 % reordering, limits 1% and 1%. TCP reached"
                                + " 90 % of it.");
    }

    @Test
    void listsComparisonsAndEstimatesOfRepetitionsUseTheCapacity() {
        assertThat(RunSummary.of(SEARCHES.run(), SEARCHES.trials(), SEARCHES.functions(), List.of())
                        .each()
                        .median())
                .isEqualTo(60e6);
        ComparedRun first = compared(SEARCHES);
        assertThat(CellTrials.of(first))
                .singleElement()
                .satisfies(cell -> assertThat(cell.medians()).containsExactly(50e6, 60e6, 70e6));
        RunComparison comparison =
                RunComparison.of(List.of(first, compared(PlainRuns.searches("c", 2, 80e6, 90e6, 100e6))));
        assertThat(comparison.metric()).isEqualTo(CapacityMetrics.CAPACITY);
        assertThat(comparison.cells().get(0).samples())
                .extracting(sample -> sample.each().median())
                .containsExactly(60e6, 90e6);
    }

    @Test
    void aSearchIsComparedWithAnotherWorkloadByBandwidth() {
        assertThat(RunComparison.metrics(List.of(compared(SEARCHES), compared(PlainRuns.trials("d", 2, 100e6)))))
                .startsWith(Metrics.BANDWIDTH)
                .doesNotContain(CapacityMetrics.CAPACITY);
    }

    @Test
    void chartsOfARunShowTheCapacityAndThoseOfATrialItsCourse() {
        DrawableMetrics metrics = new DrawableMetrics(SEARCHES.trials(), SEARCHES.functions());
        assertThat(metrics.of(ChartKind.BY_FACTOR)).startsWith(CapacityMetrics.CAPACITY);
        assertThat(metrics.of(ChartKind.TIMELINE)).startsWith(Metrics.BANDWIDTH);
        assertThat(metrics.varying()).doesNotContain(CapacityMetrics.CAPACITY, Metrics.BANDWIDTH);
    }

    private static List<TrialSummary> summaries() {
        return FINDINGS.trials().stream().map(TrialFindings::summary).toList();
    }

    private static ComparedRun compared(RunData run) {
        return new ComparedRun(run.run(), run.trials(), run.functions());
    }

    private static String answer(RunData run, String preset) {
        return RunAnswer.of(RunRowBuilder.like(run.run()).preset(preset).row(), ANALYSIS.of(run), run.functions())
                .sentence()
                .toString();
    }

    private static List<String> column(List<ReportTable> tables, String heading) {
        return tables.stream()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> column.heading().equals(heading)))
                .findFirst()
                .map(table -> column(table, heading))
                .orElseThrow();
    }

    private static List<String> column(ReportTable table, String heading) {
        List<String> headings =
                table.columns().stream().map(ReportTable.Column::heading).toList();
        assertThat(headings).contains(heading);
        List<String> cells = new ArrayList<>();
        table.rows().forEach(row -> cells.add(row.get(headings.indexOf(heading))));
        return cells;
    }
}
