package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.junit.jupiter.api.Test;

class AggregatePlotTest {
    private static final Curve LEVEL = new Curve(new double[] {0, 1}, new double[] {1e6, 1e6});

    @Test
    void directionsHaveTheFormOfTheirLegendWithAndWithoutMeans() {
        XYItemRenderer live = lines(Curve.EMPTY);
        assertThat(live.getSeriesStroke(0)).isEqualTo(LegendItems.solid(3.2));
        assertThat(live.getSeriesStroke(2)).isEqualTo(LegendItems.solid(1.3));
        assertThat(live.getSeriesPaint(2)).isNotEqualTo(live.getSeriesPaint(0));

        XYItemRenderer ended = lines(LEVEL);
        assertThat(ended.getSeriesStroke(2)).as("as measured, pale").isEqualTo(LegendItems.solid(1.1));
        assertThat(ended.getSeriesStroke(3)).isEqualTo(LegendItems.solid(1.3));
    }

    private static XYItemRenderer lines(Curve mean) {
        TrialCurves curves = new TrialCurves(LEVEL, BandCurves.NONE, List.of(new TrialCurves.FunctionCurve(0, LEVEL)));
        List<DirectionCurves> directions = List.of(
                new DirectionCurves(Phrase.verbatim("download"), LEVEL, mean, null),
                new DirectionCurves(Phrase.verbatim("upload"), LEVEL, mean, null));
        CombinedDomainXYPlot plots =
                (CombinedDomainXYPlot) TimelineData.live(ChartHeading.badgeOnly(false), 1, false, curves, directions)
                        .draw(ChartTheme.LIGHT)
                        .getXYPlot();
        XYPlot all = (XYPlot) plots.getSubplots().get(1);
        return all.getRenderer(1);
    }
}
