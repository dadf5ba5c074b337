package org.faasnetlab.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.distribution.DistributionData;
import org.faasnetlab.chart.factor.Estimate;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.factor.FactorLine;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testing.chart.SampleCharts;
import org.faasnetlab.workload.Metrics;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class LogarithmicChartTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 300);

    @Test
    void equalRatiosAreEquallyFarApart() {
        ValueAxis axis = axis(LogarithmicChart.of(byMemory(FactorData.Style.LINES), true));

        double low = axis.valueToJava2D(10e6, AREA, RectangleEdge.LEFT);
        double middle = axis.valueToJava2D(100e6, AREA, RectangleEdge.LEFT);
        double high = axis.valueToJava2D(1000e6, AREA, RectangleEdge.LEFT);

        assertThat(low - middle).isCloseTo(middle - high, within(1e-6)).isPositive();
        assertThat(axis.java2DToValue(middle, AREA, RectangleEdge.LEFT)).isCloseTo(100e6, within(1.0));
        assertThat(axis.getRange()).as("room around the lowest and the highest").isEqualTo(new Range(8e6, 1250e6));
        assertThat(ticks(axis)).containsExactly("10", "20", "50", "100", "200", "500", "1,000");
    }

    @Test
    void whereItIsNotWantedOrMakesNoSenseTheAxisBeginsAtZero() {
        ChartData lines = byMemory(FactorData.Style.LINES);
        ChartData bars = byMemory(FactorData.Style.BARS);

        assertThat(LogarithmicChart.of(lines, false)).isSameAs(lines);
        assertThat(LogarithmicChart.of(bars, true)).isSameAs(bars);
        assertThat(axis(lines).getLowerBound()).isZero();
    }

    @Test
    void distributionHasItsValuesOnALogarithmicHorizontalAxis() {
        DistributionData linear = SampleCharts.distribution();
        ValueAxis axis = LogarithmicChart.of(linear, true)
                .draw(ChartTheme.LIGHT, BandwidthUnit.MEGABIT)
                .getXYPlot()
                .getDomainAxis();

        double low = axis.valueToJava2D(1e8, AREA, RectangleEdge.BOTTOM);
        double middle = axis.valueToJava2D(3e8, AREA, RectangleEdge.BOTTOM);
        double high = axis.valueToJava2D(9e8, AREA, RectangleEdge.BOTTOM);
        assertThat(middle - low).isCloseTo(high - middle, within(1e-6)).isPositive();
        assertThat(axis.getRange()).isEqualTo(new Range(8e7, 11.25e8));
        DistributionData zeros = new DistributionData(
                linear.head(),
                Metrics.RETRANSMITS,
                List.of(DistributionData.Group.of(Phrase.verbatim("128 MB"), new double[] {0, 0})),
                List.of());
        assertThat(LogarithmicChart.of(zeros, true)).as("nothing above 0").isSameAs(zeros);
    }

    @Test
    void narrowRangeHasTicksToo() {
        SpacedAxis axis = new SpacedAxis(34);
        axis.setLogarithmic(new Range(2.4, 3.75));

        assertThat(ticks(axis)).containsExactly("2.5", "3");
    }

    @Test
    void logarithmicAxisNeedsAPositiveRange() {
        assertThatThrownBy(() -> new SpacedAxis(34).setLogarithmic(new Range(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ChartData byMemory(FactorData.Style style) {
        return new FactorData(
                ChartHeading.badgeOnly(false),
                Metrics.BANDWIDTH,
                style,
                Phrase.verbatim("memory, MB"),
                List.of(new FactorLine<>(
                        Phrase.verbatim(""),
                        List.of(point(128, 10e6), point(1024, 100e6), point(2048, 0), point(4096, 1000e6)))),
                List.of());
    }

    private static FactorData.Point point(double memory, double rate) {
        return new FactorData.Point(memory, true, 8, 1, new Estimate(rate, rate, rate), Estimate.NONE, Estimate.NONE);
    }

    private static ValueAxis axis(ChartData data) {
        return data.draw(ChartTheme.LIGHT, BandwidthUnit.MEGABIT).getXYPlot().getRangeAxis();
    }

    private static List<String> ticks(ValueAxis axis) {
        List<?> ticks = axis.refreshTicks(
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(),
                new AxisState(),
                AREA,
                RectangleEdge.LEFT);
        return ticks.stream().map(tick -> ((NumberTick) tick).getText()).toList();
    }
}
