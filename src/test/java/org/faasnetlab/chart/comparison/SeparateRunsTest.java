package org.faasnetlab.chart.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class SeparateRunsTest {
    private static final ComparisonData COMPARED = new ComparisonData(
            ChartHeading.badgeOnly(false),
            List.of(
                    new ComparisonData.Line(
                            Phrase.verbatim("first"), new Curve(new double[] {0, 5}, new double[] {100e6, 100e6})),
                    new ComparisonData.Line(
                            Phrase.verbatim("second"), new Curve(new double[] {0, 10}, new double[] {2e9, 1e9}))));

    @Test
    void eachRunHasAPlotWithItsNameAndAllHaveTheSameAxes() {
        SeparateRuns separate = new SeparateRuns(COMPARED);
        CombinedDomainXYPlot plots = (CombinedDomainXYPlot)
                separate.draw(ChartTheme.LIGHT, BandwidthUnit.AUTOMATIC).getXYPlot();

        assertThat(plots.getDomainAxis().getRange().getUpperBound()).isEqualTo(10);
        assertThat(plots.getSubplots())
                .hasSize(2)
                .extracting(plot -> ((XYTextAnnotation) plot.getAnnotations().get(0)).getText())
                .containsExactly(" first", " second");
        assertThat(plots.getSubplots()).extracting(XYPlot::getRangeAxis).allSatisfy(axis -> {
            assertThat(axis.getRange().getLowerBound()).isZero();
            assertThat(axis.getRange().getUpperBound()).isGreaterThan(2e9);
            assertThat(axis.getLabel()).isEqualTo("Aggregate, Gbit/s");
        });
        assertThat(plots.getSubplots())
                .as("the own curve and those of the others")
                .allSatisfy(
                        plot -> assertThat(plot.getDataset().getSeriesCount()).isEqualTo(2));
    }

    @Test
    void logarithmicAxesAreTheSameAndLeaveTheNameItsRoomAbove() {
        CombinedDomainXYPlot plots = (CombinedDomainXYPlot) LogarithmicChart.of(new SeparateRuns(COMPARED), true)
                .draw(ChartTheme.LIGHT, BandwidthUnit.AUTOMATIC)
                .getXYPlot();

        assertThat(plots.getSubplots())
                .extracting(XYPlot::getRangeAxis)
                .hasSize(2)
                .allSatisfy(axis -> {
                    // From 100 Mbit/s to 2 Gbit/s, and above it 0.3 times as many powers of ten.
                    assertThat(axis.getRange().getLowerBound()).isEqualTo(8e7);
                    assertThat(axis.getRange().getUpperBound()).isCloseTo(2e9 * 2.4565 * 1.25, within(1e6));
                });
        assertThat(plots.getSubplots())
                .allSatisfy(plot -> assertThat(
                                ((XYTextAnnotation) plot.getAnnotations().get(0)).getY())
                        .isEqualTo(plot.getRangeAxis().getRange().getUpperBound()));
    }

    @Test
    void tableIsThatOfTheOverlay() {
        assertThat(new SeparateRuns(COMPARED).table()).isEqualTo(COMPARED.table());
    }
}
