package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.plan.ProgramPresets;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.faasnetlab.workload.udp.UdpMetrics;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class MetricPlotTest {
    private static final Curve TIMES = new Curve(new double[] {0.05, 0.15, 2.05}, new double[] {0.6, 40, 4});

    private static final TimelineData BANDWIDTH =
            TimelineData.live(ChartHeading.badgeOnly(false), 3, false, TrialCurves.EMPTY, List.of());

    @Test
    void roundTripTimesAreTheLowestPlotAndShareTheAxisOfTime() {
        CombinedDomainXYPlot combined = plots(BANDWIDTH.withLatency(TIMES));
        List<XYPlot> parts = parts(combined);

        assertThat(parts).hasSize(plotsWithoutLatency() + 1);
        XYPlot lowest = parts.get(parts.size() - 1);
        assertThat(lowest.getRangeAxis().getLabel()).isEqualTo("Probe RTT, ms");
        assertThat(lowest.getRangeAxis().getUpperBound()).isEqualTo(44.0);
        assertThat(lowest.getDataset().getItemCount(0)).isEqualTo(3);
        assertThat(lowest.getDomainAxis()).isSameAs(combined.getDomainAxis());
        assertThat(combined.getDomainAxis().getUpperBound()).isEqualTo(3);
    }

    @Test
    void itsAxisFitsThePartOfTheTimeThatIsShown() {
        TimelineChart chart = new TimelineChart(ChartTheme.LIGHT);
        chart.show(BANDWIDTH.withLatency(TIMES), LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);

        chart.showTime(1, 3);

        List<XYPlot> parts = parts((CombinedDomainXYPlot) chart.chart().getXYPlot());
        assertThat(parts.get(parts.size() - 1).getRangeAxis().getUpperBound()).isBetween(4.4, 44.0);
    }

    @Test
    void aChartSaysThatThereIsNoDataOnlyWhenItWasShownNone() {
        TimelineChart chart = new TimelineChart(ChartTheme.LIGHT);
        assertThat(chart.plots())
                .allSatisfy(plot -> assertThat(plot.getNoDataMessage()).isEmpty())
                .allSatisfy(plot ->
                        assertThat(plot.getRangeAxis().isTickLabelsVisible()).isFalse());

        chart.show(BANDWIDTH, LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);

        assertThat(chart.plots())
                .allSatisfy(plot -> assertThat(plot.getNoDataMessage()).isEqualTo("No data."));
    }

    @Test
    void valueAtATimeIsRead() {
        TimelineChart chart = new TimelineChart(ChartTheme.LIGHT);
        chart.show(BANDWIDTH, LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);
        assertThat(latency(chart)).isEmpty();
        assertThat(chart.positionOf(TimelineChart.LATENCY_PLOT)).isEqualTo(-1);

        chart.show(BANDWIDTH.withLatency(TIMES), LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);
        assertThat(latency(chart)).hasValueSatisfying(line -> {
            assertThat(line.valueAt(TIMES.x(1))).isEqualTo(TIMES.y(1));
            assertThat(line.text().apply(4)).isEqualTo("4.00 ms");
            assertThat(line.plot()).isEqualTo(plotsWithoutLatency());
        });
        assertThat(chart.positionOf(TimelineChart.LATENCY_PLOT)).isEqualTo(plotsWithoutLatency());
    }

    private static Optional<ChartMark.Line> latency(TimelineChart chart) {
        return chart.marks().lines().stream()
                .filter(line -> line.name().equals(ProbeMetrics.RTT.label()))
                .findFirst();
    }

    @Test
    void withoutATransferItIsAlone() {
        TimelineData probes = BANDWIDTH.withLatency(TIMES).withoutBandwidth();
        assertThat(parts(plots(probes))).hasSize(1);
        TimelineChart chart = new TimelineChart(ChartTheme.LIGHT);
        chart.show(probes, LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);
        assertThat(chart.positionOf(TimelineChart.LATENCY_PLOT)).isZero();
        assertThat(chart.positionOf(TimelineChart.FUNCTIONS_PLOT)).isEqualTo(-1);
        assertThat(chart.positionOf(TimelineChart.AGGREGATE_PLOT)).isEqualTo(-1);
        assertThat(chart.summary()).startsWith("Timeline of round-trip times, at most ");

        chart.show(BANDWIDTH.withLatency(TIMES), LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);
        assertThat(chart.positionOf(TimelineChart.LATENCY_PLOT)).isEqualTo(plotsWithoutLatency());
    }

    @Test
    void lossAndRetransmitsHaveAPlotBelow() {
        MetricCurve loss = new MetricCurve(UdpMetrics.LOSS, new Curve(new double[] {0.05, 0.15}, new double[] {0, 20}));
        TimelineChart chart = new TimelineChart(ChartTheme.LIGHT);
        chart.show(BANDWIDTH.withTransport(loss).withLatency(TIMES), LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);

        int latency = chart.positionOf(TimelineChart.LATENCY_PLOT);
        assertThat(chart.positionOf(TimelineChart.TRANSPORT_PLOT)).isEqualTo(latency + 1);
        XYPlot lowest = chart.plots().get(TimelineChart.TRANSPORT_PLOT);
        assertThat(lowest.getRangeAxis().getLabel()).isEqualTo("UDP loss, %");
        assertThat(lowest.getRangeAxis().getUpperBound()).isEqualTo(22);
        assertThat(chart.marks().lines())
                .filteredOn(mark -> mark.name().equals("UDP loss"))
                .singleElement()
                .satisfies(mark -> assertThat(mark.text().apply(20)).isEqualTo("20 %"));
        assertThat(chart.summary()).contains("UDP loss, mean of the functions: from 0 % to 20 %");

        MetricCurve retransmits =
                new MetricCurve(Metrics.RETRANSMITS, new Curve(new double[] {0.05, 0.15}, new double[] {2, 5}));
        chart.show(BANDWIDTH.withTransport(retransmits), LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);
        assertThat(chart.positionOf(TimelineChart.TRANSPORT_PLOT)).isEqualTo(latency);
        assertThat(lowest.getRangeAxis().getLabel()).isEqualTo("Retransmits");
    }

    @Test
    void withoutLossThereIsNoPlotOfIt() {
        MetricCurve none =
                new MetricCurve(Metrics.RETRANSMITS, new Curve(new double[] {0.05, 0.15}, new double[] {0, 0}));

        assertThat(parts(plots(BANDWIDTH.withTransport(none)))).hasSize(plotsWithoutLatency());
        assertThat(parts(plots(BANDWIDTH.withTransport(new MetricCurve(Metrics.RETRANSMITS, Curve.EMPTY)))))
                .hasSize(plotsWithoutLatency());
        assertThat(parts(plots(BANDWIDTH.withTransport(null)))).hasSize(plotsWithoutLatency());
    }

    @Test
    void theWorkloadDecidesWhatIsBelow() throws Exception {
        assertThat(transport("udp-capacity")).contains(UdpMetrics.LOSS);
        assertThat(transport("iperf3-single")).contains(Metrics.RETRANSMITS);
        assertThat(transport("iperf3-single", "tcpInfo=on")).contains(TcpMetrics.RTT);
        assertThat(transport("bufferbloat"))
                .as("probes measure round-trip times")
                .contains(Metrics.RETRANSMITS);
        assertThat(transport("s3-download")).isEmpty();
        assertThat(transport("latency")).isEmpty();
    }

    private static Optional<Metric> transport(String preset, String... settings) throws Exception {
        ExperimentPlan plan = ProgramPresets.SETTINGS.apply(
                ProgramPresets.PRESETS.byName(preset).plan(), List.of(settings));
        return MetricCurve.transportOf(plan.trials().get(0).cell().workload());
    }

    @Test
    void anEmptyChartOfTcpSaysWhy() {
        TrialRowBuilder trial = TrialRowBuilder.trial("a");
        TrialRow download = trial.direction(Direction.DOWNLOAD).row();
        assertThat(TimelineBuilder.nothing(download, TcpMetrics.RTT))
                .hasToString(
                        "No data. What TCP knows (tcpInfo) is reported where the function sends: of uploads, not of"
                                + " downloads.");
        assertThat(TimelineBuilder.nothing(download, ProbeMetrics.RTT)).hasToString("No data.");
        TrialRow upload = trial.direction(Direction.UPLOAD).row();
        assertThat(TimelineBuilder.nothing(upload, TcpMetrics.RTT)).hasToString("No data.");
        assertThat(TimelineBuilder.nothing(trial.link("50Mbit").row(), TcpMetrics.RTT))
                .hasToString("No data: what TCP knows describes the way to the relay.");
    }

    @Test
    void missingIntervalsAreAGap() {
        List<IntervalSums.MetricBin> bins = List.of(
                new IntervalSums.MetricBin(0, 1_000),
                new IntervalSums.MetricBin(2, 2_000),
                new IntervalSums.MetricBin(30, 3_000));
        Curve times = TimelineBuilder.curve(bins, ProbeMetrics.RTT, 100_000, 100_000);
        assertThat(times.size()).isEqualTo(4);
        assertThat(times.y(1)).isEqualTo(2);
        assertThat(times.y(2)).isNaN();
        assertThat(times.x(2)).isEqualTo(0.3);
        // Intervals of 2 s are no gaps in bins of 100 ms.
        assertThat(TimelineBuilder.curve(bins, ProbeMetrics.RTT, 100_000, 2_000_000)
                        .size())
                .isEqualTo(3);
    }

    @Test
    void selectionAndOverlaysKeepIt() {
        TimelineData data = BANDWIDTH.withLatency(TIMES);

        assertThat(data.withSelected(Set.of(1)).latency()).isEqualTo(TIMES);
        assertThat(data.withOverlays(List.of()).latency()).isEqualTo(TIMES);
        assertThat(data.without(Set.of(1)).latency()).isEqualTo(TIMES);
        MetricCurve loss = new MetricCurve(UdpMetrics.LOSS, TIMES);
        assertThat(data.withTransport(loss).withSelected(Set.of(1)).transport()).isEqualTo(loss);
        assertThat(data.withTransport(loss).withLatency(TIMES).transport()).isEqualTo(loss);
    }

    private static int plotsWithoutLatency() {
        return parts(plots(BANDWIDTH)).size();
    }

    private static CombinedDomainXYPlot plots(TimelineData data) {
        return (CombinedDomainXYPlot) data.draw(ChartTheme.LIGHT).getXYPlot();
    }

    @SuppressWarnings("unchecked") // the list of a combined plot has no type
    private static List<XYPlot> parts(CombinedDomainXYPlot plot) {
        return (List<XYPlot>) (List<?>) plot.getSubplots();
    }
}
