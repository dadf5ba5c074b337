package org.faasnetlab.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.testing.chart.SampleCharts;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

/** Dashes have one meaning: a line to compare with. */
class DashesTest {
    private static final String MEANING = "dashes: limits, levels, published results";

    @Test
    void measuredLinesDifferInColourOrWidthAndAreSolid() {
        for (ChartTheme theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            Set<List<Object>> looks = IntStream.range(0, ChartTheme.DISTINCT_LINES)
                    .mapToObj(number -> List.<Object>of(
                            theme.line(number), theme.stroke(number, 1.8).getLineWidth()))
                    .collect(Collectors.toSet());
            assertThat(looks).hasSize(ChartTheme.DISTINCT_LINES);
            assertThat(IntStream.range(0, ChartTheme.DISTINCT_LINES)
                            .mapToObj(number -> theme.stroke(number, 1.8).getDashArray()))
                    .containsOnlyNulls();
        }
    }

    @Test
    void whatIsComparedWithIsDashedAndPublishedResultsDiffer() {
        assertThat(LegendItems.reference().getDashArray()).isNotNull();
        assertThat(IntStream.range(0, 6)
                        .mapToObj(LegendItems::overlayStroke)
                        .map(BasicStroke::getDashArray)
                        .map(Arrays::toString)
                        .distinct())
                .hasSize(6)
                .doesNotContain("null");
    }

    @Test
    void theLegendStatesTheMeaningWhereThereAreDashes() {
        TimelineData plain = SampleCharts.timeline(2, false);
        assertThat(legend(plain)).as("with the mean over the common window").contains(MEANING);
        TimelineData nothing = SampleCharts.timeline(0, false);
        assertThat(legend(nothing)).as("without any level").doesNotContain(MEANING);
        PublishedOverlay published =
                new PublishedOverlay("Kim 2019", new Curve(new double[] {0, 1}, new double[] {1e6, 1e6}), "paper");
        assertThat(legend(nothing.withOverlays(List.of(published)))).contains("Kim 2019", MEANING);
    }

    private static List<String> legend(TimelineData data) {
        XYPlot plot = data.draw(ChartTheme.LIGHT).getXYPlot();
        return IntStream.range(0, plot.getLegendItems().getItemCount())
                .mapToObj(item -> plot.getLegendItems().get(item).getLabel())
                .toList();
    }
}
