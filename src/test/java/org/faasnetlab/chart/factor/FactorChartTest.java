package org.faasnetlab.chart.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Metrics;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class FactorChartTest {
    @Test
    void aSampleSizeThatAllCellsHaveIsNamedOnce() {
        XYPlot plot = plot(point(128, 1, 8), point(256, 1, 8));

        assertThat(plot.getAnnotations()).isEmpty();
        assertThat(legend(plot)).contains("95 % CI of the median; 8 functions of a single trial");
        assertThat(legend(plot(point(128, 6, 48), point(256, 6, 48)))).contains("95 % CI of the median; 6 trials each");
    }

    @Test
    void sampleSizesThatDifferStandAtTheirCells() {
        XYPlot plot = plot(point(128, 1, 8), point(256, 3, 24));

        assertThat(plot.getAnnotations()).hasSize(2);
        assertThat(legend(plot)).contains("95 % CI of the median; n: trials, or (n): functions of a single trial");
    }

    @Test
    void intervalOfTwoTrialsFarApartEndsAtZero() {
        Estimate wide = Estimate.of(CellStatistics.ofTrials(new double[] {1.9e9, 0.3e9}));
        assertThat(wide.low()).isZero();
        assertThat(wide.high()).isGreaterThan(1.9e9);

        FactorData data = data(new FactorData.Point(128, true, 4, 2, wide, wide, Estimate.NONE));
        assertThat(data.marks(ChartTheme.LIGHT, BandwidthUnit.MEGABIT).toString())
                .contains("95 % CI: 0 Mbit/s to");
    }

    private static FactorData.Point point(double memory, int trials, int functions) {
        return new FactorData.Point(
                memory, true, functions, trials, new Estimate(100, 90, 110), Estimate.NONE, Estimate.NONE);
    }

    private static XYPlot plot(FactorData.Point... points) {
        JFreeChart chart = data(points).draw(ChartTheme.LIGHT, BandwidthUnit.MEGABIT);
        return chart.getXYPlot();
    }

    private static FactorData data(FactorData.Point... points) {
        return new FactorData(
                ChartHeading.badgeOnly(false),
                Metrics.BANDWIDTH,
                FactorData.Style.LINES,
                Phrase.verbatim("memory, MB"),
                List.of(new FactorLine<>(Phrase.verbatim(""), List.of(points))),
                List.of());
    }

    private static List<String> legend(XYPlot plot) {
        return IntStream.range(0, plot.getLegendItems().getItemCount())
                .mapToObj(item -> plot.getLegendItems().get(item).getLabel())
                .toList();
    }
}
