package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

/** Two functions with a burst of 5 Gbit/s in the first second, and 100 Mbit/s in the second one. */
class LogarithmicTimelineTest {
    private static final Curve EACH = new Curve(new double[] {0.5, 1.5}, new double[] {5e9, 1e8});
    private static final Curve ALL = new Curve(new double[] {0.5, 1.5}, new double[] {10e9, 2e8});
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 300);

    @Test
    void burstAndBaselineAreBothReadable() {
        List<ValueAxis> axes = axes(LogarithmicChart.of(timeline(EACH, ALL), true));

        assertThat(axes.get(0).getRange()).isEqualTo(new Range(8e7, 6.25e9));
        assertThat(axes.get(1).getRange()).isEqualTo(new Range(1.6e8, 12.5e9));
        double baseline = axes.get(0).valueToJava2D(1e8, AREA, RectangleEdge.LEFT);
        double middle = axes.get(0).valueToJava2D(Math.sqrt(1e8 * 5e9), AREA, RectangleEdge.LEFT);
        double burst = axes.get(0).valueToJava2D(5e9, AREA, RectangleEdge.LEFT);
        assertThat(baseline - middle).isCloseTo(middle - burst, within(1e-6)).isPositive();
    }

    @Test
    void withoutItTheAxesBeginAtZero() {
        assertThat(axes(LogarithmicChart.of(timeline(EACH, ALL), false)))
                .extracting(ValueAxis::getLowerBound)
                .containsOnly(0.0);
    }

    @Test
    void stallDoesNotStretchTheAxisAndZeroIsOutsideThePlot() {
        Curve stalled = new Curve(new double[] {0.5, 1, 1.5}, new double[] {5e9, 80, 0});

        ValueAxis axis =
                axes(LogarithmicChart.of(timeline(stalled, stalled), true)).get(0);

        assertThat(axis.getLowerBound()).isCloseTo(5e9 / 10_000 / 1.25, within(1.0));
        assertThat(axis.valueToJava2D(0, AREA, RectangleEdge.LEFT)).isGreaterThan(AREA.getMaxY());
    }

    @Test
    void referenceLinesAreWithinTheRange() {
        TimelineData data = timeline(EACH, ALL)
                .withReferences(List.of(new ReferenceLine(
                        Phrase.verbatim("baseline"), ReferenceLine.Scope.FUNCTION, new Bandwidth(5e7))));

        assertThat(axes(LogarithmicChart.of(data, true)).get(0).getLowerBound()).isEqualTo(4e7);
    }

    @Test
    void nothingMeasuredLeavesALinearAxis() {
        assertThat(axes(LogarithmicChart.of(timeline(Curve.EMPTY, Curve.EMPTY), true)))
                .extracting(ValueAxis::getLowerBound)
                .containsOnly(0.0);
    }

    private static TimelineData timeline(Curve each, Curve all) {
        TrialCurves curves = new TrialCurves(
                all,
                BandCurves.NONE,
                List.of(new TrialCurves.FunctionCurve(0, each), new TrialCurves.FunctionCurve(1, each)));
        return TimelineData.live(ChartHeading.badgeOnly(false), 2, false, curves, List.of());
    }

    private static List<ValueAxis> axes(ChartData chart) {
        CombinedDomainXYPlot plots = (CombinedDomainXYPlot)
                chart.draw(ChartTheme.LIGHT, BandwidthUnit.MEGABIT).getXYPlot();
        return plots.getSubplots().stream().map(plot -> plot.getRangeAxis()).toList();
    }
}
