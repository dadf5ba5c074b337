package org.faasnetlab.chart.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
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

        assertThat(separate.runs()).isEqualTo(2);
        assertThat(plots.getDomainAxis().getRange().getUpperBound()).isEqualTo(10);
        assertThat(plots.getSubplots())
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
    void tableIsThatOfTheOverlay() {
        assertThat(new SeparateRuns(COMPARED).table()).isEqualTo(COMPARED.table());
    }
}
