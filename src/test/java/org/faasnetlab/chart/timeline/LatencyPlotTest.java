package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class LatencyPlotTest {
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
        assertThat(chart.read(1).latency()).isEmpty();
        assertThat(chart.positionOf(TimelineChart.LATENCY_PLOT)).isEqualTo(-1);

        chart.show(BANDWIDTH.withLatency(TIMES), LineStyles.BY_INDEX, BandwidthUnit.AUTOMATIC);
        assertThat(chart.read(TIMES.x(1)).latency())
                .extracting(TimelineReading.Value::bitsPerSecond)
                .containsExactly(TIMES.y(1));
        assertThat(chart.positionOf(TimelineChart.LATENCY_PLOT)).isEqualTo(plotsWithoutLatency());
    }

    @Test
    void selectionAndOverlaysKeepIt() {
        TimelineData data = BANDWIDTH.withLatency(TIMES);

        assertThat(data.withSelected(Set.of(1)).latency()).isEqualTo(TIMES);
        assertThat(data.withOverlays(List.of()).latency()).isEqualTo(TIMES);
        assertThat(data.without(Set.of(1)).latency()).isEqualTo(TIMES);
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
