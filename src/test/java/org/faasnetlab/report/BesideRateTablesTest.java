package org.faasnetlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.analysis.verdict.EvidenceSubject;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.protocol.ProbeHistograms;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.faasnetlab.workload.udp.UdpMetrics;
import org.junit.jupiter.api.Test;

/** What tables and answers state of workloads and options whose results are more than a rate, or none. */
class BesideRateTablesTest {
    private static final RunAnalysis ANALYSIS = RunAnalysis.withBundledData();

    private static RunData run(UnaryOperator<TrialRowBuilder> trial, double bitsPerSecond, Map<Metric, Double> values) {
        RunData plain = PlainRuns.trials("a", 2, bitsPerSecond, bitsPerSecond);
        List<TrialRow> trials = plain.trials().stream()
                .map(row -> trial.apply(TrialRowBuilder.like(row)).row())
                .toList();
        List<FunctionRow> functions = plain.functions().stream()
                .map(row -> {
                    FunctionRowBuilder function = FunctionRowBuilder.like(row);
                    values.forEach(function::metric);
                    return function.row();
                })
                .toList();
        return new RunData(plain.run(), trials, functions, List.of());
    }

    private static List<String> headings(ReportTable table) {
        return table.columns().stream().map(ReportTable.Column::heading).toList();
    }

    private static String cell(ReportTable table, String heading) {
        assertThat(headings(table)).contains(heading);
        return table.rows().get(0).get(headings(table).indexOf(heading));
    }

    private static List<ReportTable> tables(RunData run) {
        RunFindings findings = ANALYSIS.of(run);
        List<ReportTable> brief = TrialsTable.brief(findings, run.functions());
        return List.of(
                brief.get(brief.size() - 1),
                TrialsTable.of(run.run(), findings, run.functions()),
                CellsTable.of(
                        findings.trials().stream().map(TrialFindings::summary).toList(), run.functions(), false),
                FunctionsTable.of(run.run(), findings.trials()));
    }

    private static RunData datagrams() {
        return run(
                trial -> trial.udp("80Mbit"),
                50e6,
                Map.of(
                        UdpMetrics.OFFERED,
                        80e6,
                        UdpMetrics.LOSS,
                        0.375,
                        UdpMetrics.JITTER,
                        250.0,
                        UdpMetrics.REORDERED,
                        3.0));
    }

    @Test
    void datagramsHaveLossJitterAndReordering() {
        RunData run = datagrams();
        for (ReportTable table : tables(run)) {
            assertThat(cell(table, "UDP loss")).isEqualTo("37.5 %");
            assertThat(cell(table, "UDP jitter")).isEqualTo("0.3 ms");
            assertThat(cell(table, "Reordered datagrams")).isIn("3", "6");
            assertThat(cell(table, "Offered rate")).isIn("80.0 Mbit/s", "160 Mbit/s");
        }
        assertThat(RunAnswer.of(
                                RunRowBuilder.like(run.run())
                                        .preset("udp-capacity")
                                        .row(),
                                ANALYSIS.of(run),
                                run.functions())
                        .sentence())
                .asString()
                .contains(
                        "downloaded at 50.0 Mbit/s each", "UDP loss 37.5 %, UDP jitter 0.3 ms, reordered datagrams 6");
    }

    @Test
    void briefTablesFitATerminalOf100Columns() {
        RunData run = datagrams();

        List<ReportTable> tables = TrialsTable.brief(ANALYSIS.of(run), run.functions());

        assertThat(tables).hasSize(2);
        assertThat(headings(tables.get(0))).containsExactly("Trial", "Finished", "Median", "Aggregate", "Steady");
        assertThat(headings(tables.get(1)))
                .startsWith("Trial")
                .contains("UDP loss", "UDP jitter", "Reordered datagrams", "Offered rate")
                .doesNotContain("Finished", "Median", "Aggregate", "Steady");
        assertThat(tables)
                .allSatisfy(table -> assertThat(IntStream.of(table.widths()).sum() + 2 * (table.widths().length - 1))
                        .isLessThanOrEqualTo(100));
    }

    @Test
    void latencyHasPercentilesAndNoRate() {
        RunData run = run(
                TrialRowBuilder::latency,
                0,
                Map.of(ProbeMetrics.IDLE_P50, 2_000.0, ProbeMetrics.IDLE_P99, 9_000.0, ProbeMetrics.LOSS, 0.01));
        for (ReportTable table : tables(run)) {
            assertThat(headings(table))
                    .doesNotContain("Median", "P5", "P95", "Aggregate", "Steady", "Bandwidth", "95 % CI of median");
            assertThat(cell(table, "Idle RTT, median")).isEqualTo("2.0 ms");
            assertThat(cell(table, "Idle RTT, 99th percentile")).isEqualTo("9.0 ms");
            assertThat(cell(table, "Probe loss")).isEqualTo("1 %");
        }
        RunFindings findings = ANALYSIS.of(run);
        assertThat(StatisticsTable.of(findings.trials()).isEmpty()).isTrue();
        assertThat(findings.trials().get(0).evidence())
                .extracting(EvidenceItem::subject)
                .contains(EvidenceSubject.FUNCTIONS, EvidenceSubject.START)
                .doesNotContain(EvidenceSubject.LENGTH, EvidenceSubject.SIMULATED_FUNCTION_LINK);
        assertThat(findings.trials().get(0).summary().total()).isNull();
        assertThat(RunAnswer.of(run.run(), findings, run.functions()).sentence())
                .asString()
                .doesNotContain("bit/s");
    }

    @Test
    void anAnswerAboutLatencyIsNoRate() {
        RunData run = run(TrialRowBuilder::latency, 0, Map.of(ProbeMetrics.SENT, 100.0, ProbeMetrics.LOST, 0.0));
        LatencyHistogram times = LatencyHistogram.of(new long[] {2_000_000, 2_000_000, 2_000_000});
        ProbeHistograms histograms = new ProbeHistograms(times, times, times);
        RunData probed = new RunData(
                run.run(),
                run.trials(),
                run.functions(),
                List.of(),
                List.of(),
                List.of(new ProbeRow(0, 0, histograms)));
        assertThat(RunAnswer.of(probed.run(), ANALYSIS.of(probed), probed.functions())
                        .sentence())
                .asString()
                .contains("Round-trip time without load: median 2.00 ms");
    }

    @Test
    void whatTcpKnowsIsSummarized() {
        RunData run = run(
                trial -> trial.detail("tcpInfo", "on").probes(20),
                50e6,
                Map.of(
                        Metrics.RETRANSMITS,
                        4.0,
                        TcpMetrics.RTT,
                        108_000.0,
                        TcpMetrics.CONGESTION_WINDOW,
                        64_000.0,
                        ProbeMetrics.LOADED_P50,
                        107_000.0));
        for (ReportTable table : tables(run)) {
            assertThat(cell(table, "TCP RTT")).isEqualTo("108.0 ms");
            assertThat(cell(table, "Retransmits")).isIn("4", "8");
            assertThat(cell(table, "Congestion window")).isEqualTo("64,000 bytes");
            assertThat(cell(table, "Loaded RTT, median")).isEqualTo("107.0 ms");
        }
    }
}
