package org.faasnetlab.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.factor.FactorLine;
import org.faasnetlab.chart.factor.ResponseData;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testing.chart.SampleCharts;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.junit.jupiter.api.Test;

/** Lines that are highlighted or hidden. */
class HiddenLinesTest {
    private static Color colour(JFreeChart chart, int dataset, int line) {
        return (Color) chart.getXYPlot().getRenderer(dataset).getSeriesPaint(line);
    }

    private static List<LegendItem> legend(JFreeChart chart) {
        return IntStream.range(0, chart.getXYPlot().getLegendItems().getItemCount())
                .mapToObj(item -> chart.getXYPlot().getLegendItems().get(item))
                .toList();
    }

    @Test
    void otherLinesArePaleBesideAHighlightedOne() {
        JFreeChart chart = SampleCharts.comparison().draw(ChartTheme.LIGHT.highlighting(Set.of(1)));
        assertThat(colour(chart, 0, 0).getAlpha()).isLessThan(60);
        assertThat(colour(chart, 0, 1).getAlpha()).isEqualTo(255);
        assertThat(((BasicStroke) chart.getXYPlot().getRenderer(0).getSeriesStroke(1)).getLineWidth())
                .isGreaterThan(2);
    }

    @Test
    void axisFollowsTheLinesThatAreDrawn() {
        ChartData one = SampleCharts.comparison().withoutLines(Set.of(1));
        assertThat(one.draw(ChartTheme.LIGHT).getXYPlot().getRangeAxis().getUpperBound())
                .isLessThan(150e6);
        assertThat(legend(one.draw(ChartTheme.LIGHT)))
                .extracting(LegendItem::getLabel)
                .containsExactly("monday", "tuesday");
        assertThat(((Color) legend(one.draw(ChartTheme.LIGHT)).get(1).getLinePaint()).getAlpha())
                .isZero();
    }

    @Test
    void rowsOfHiddenGroupsStayWithoutValues() {
        ChartData one = SampleCharts.distribution().withoutLines(Set.of(0));
        assertThat(one.lineNames()).extracting(Phrase::toString).containsExactly("128 MB", "512 MB");
        assertThat(one.sentences(BandwidthUnit.AUTOMATIC)).hasSize(1);
        assertThat(one.table().rows()).allMatch(row -> row.get(0).equals("512 MB"));
        JFreeChart chart = one.draw(ChartTheme.LIGHT);
        assertThat(chart.getXYPlot().getDomainAxis().getLowerBound()).isGreaterThan(5e8);
        // Drawing has no place for what is not a number.
        chart.createBufferedImage(600, 400);
    }

    @Test
    void logarithmicChartLosesTheSameLines() {
        ChartData one = LogarithmicChart.of(SampleCharts.comparison(), true).withoutLines(Set.of(1));
        assertThat(one.draw(ChartTheme.LIGHT).getXYPlot().getRangeAxis().getUpperBound())
                .isBetween(100e6, 150e6);
        assertThat(one.draw(ChartTheme.LIGHT).getXYPlot().getRangeAxis().getLowerBound())
                .isPositive();
    }

    private static FactorData byFactor(FactorData.Style style) {
        FactorData upload = SampleCharts.byFactor(style);
        FactorLine<FactorData.Point> line = upload.lines().get(0);
        return new FactorData(
                upload.head(),
                upload.metric(),
                style,
                upload.factor(),
                List.of(
                        line,
                        new FactorLine<>(
                                Phrase.verbatim("download"), line.points().subList(0, 2))),
                List.of());
    }

    @Test
    void linesByFactorAreHiddenWithTheirValues() {
        for (FactorData.Style style : FactorData.Style.values()) {
            ChartData one = byFactor(style).withoutLines(Set.of(0));
            assertThat(one.lineNames()).hasSize(2);
            assertThat(one.sentences(BandwidthUnit.AUTOMATIC)).hasSize(1);
            assertThat(one.table().rows()).allMatch(row -> row.get(0).equals("download"));
            assertThat(one.marks(ChartTheme.LIGHT, BandwidthUnit.AUTOMATIC).boxes())
                    .allMatch(mark -> mark.name().equals("download"));
            assertThat(legend(one.draw(ChartTheme.LIGHT)))
                    .filteredOn(item -> item.getLabel().contains("upload"))
                    .isNotEmpty()
                    .allMatch(item -> item.getSeriesKey().equals(0) && ((Color) item.getLinePaint()).getAlpha() == 0);
        }
    }

    @Test
    void responseTimesAreHiddenWithTheirCosts() {
        ResponseData jobs = SampleCharts.response();
        FactorLine<ResponseData.Point> line = jobs.lines().get(0);
        ResponseData two = new ResponseData(
                jobs.head(),
                jobs.factor(),
                List.of(
                        new FactorLine<>(Phrase.verbatim("upload"), line.points()),
                        new FactorLine<>(
                                Phrase.verbatim("download"), line.points().subList(0, 1))),
                List.of());
        assertThat(SampleCharts.response().lineNames()).isEmpty();

        ChartData one = two.withoutLines(Set.of(1));
        assertThat(one.sentences(BandwidthUnit.AUTOMATIC)).hasSize(1);
        assertThat(one.draw(ChartTheme.LIGHT.highlighting(Set.of(0)))
                        .getXYPlot()
                        .getLegendItems()
                        .getItemCount())
                .isGreaterThanOrEqualTo(4);
        assertThat(one.marks(ChartTheme.LIGHT, BandwidthUnit.AUTOMATIC).boxes())
                .allMatch(mark -> mark.name().equals("upload"));
    }
}
