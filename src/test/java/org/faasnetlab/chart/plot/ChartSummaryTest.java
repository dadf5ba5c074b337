package org.faasnetlab.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.faasnetlab.chart.comparison.ComparisonData;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.distribution.DistributionData;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.gantt.GanttData;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testing.DefaultLocaleExtension;
import org.faasnetlab.testing.chart.SampleCharts;
import org.faasnetlab.ui.common.DomainTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What screen readers say of each kind of chart. */
@ExtendWith(DefaultLocaleExtension.class)
class ChartSummaryTest {
    private static final String HEADING = "A run. This computer. The network is simulated. ";

    private static String summary(ChartData data) {
        return summary(data, ChartTheme.LIGHT);
    }

    private static String summary(ChartData data, ChartTheme theme) {
        return ChartSummary.of(data, data.draw(theme, BandwidthUnit.AUTOMATIC), theme, BandwidthUnit.AUTOMATIC);
    }

    @Test
    void comparisonHasMeanAndMaximumOfEachRun() {
        assertThat(summary(SampleCharts.comparison()))
                .isEqualTo(HEADING
                        + "Horizontal axis: Seconds since T0. Vertical axis: Aggregate, Mbit/s. 2 lines."
                        + " monday: 100 Mbit/s on average, at most 100 Mbit/s."
                        + " tuesday: 200 Mbit/s on average, at most 200 Mbit/s.");
    }

    @Test
    void distributionHasMedianRangeAndLimits() {
        DistributionData data = SampleCharts.distribution();
        ReferenceLine link =
                new ReferenceLine(Phrase.verbatim("link"), ReferenceLine.Scope.FUNCTION, Bandwidth.ofMegabits(500));

        assertThat(summary(new DistributionData(data.head(), data.metric(), data.groups(), List.of(), List.of(link))))
                .startsWith(HEADING + "Horizontal axis: Bandwidth per function, Mbit/s.")
                .endsWith(" 128 MB: median 250 Mbit/s, half of the values from 175 Mbit/s to 325 Mbit/s (n = 4)."
                        + " 512 MB: median 750 Mbit/s, half of the values from 675 Mbit/s to 825 Mbit/s (n = 4)."
                        + " link: 500 Mbit/s.");
    }

    @Test
    void chartsByFactorHaveEachMedian() {
        assertThat(summary(SampleCharts.byFactor(FactorData.Style.LINES)))
                .endsWith(" upload: at 128 median 100 Mbit/s (95 % CI 90.0 Mbit/s to 110 Mbit/s);"
                        + " at 256 median 300 Mbit/s (95 % CI 290 Mbit/s to 310 Mbit/s);"
                        + " at 512 median 500 Mbit/s (95 % CI 490 Mbit/s to 510 Mbit/s).");
        assertThat(summary(SampleCharts.byFactor(FactorData.Style.BARS)))
                .contains("all functions together 1.00 Gbit/s");
        assertThat(summary(SampleCharts.response()))
                .contains("Vertical axis: Response time of the job, s; Cost of 1,000 jobs, US dollars.")
                .endsWith(" at 2 10.00 s and 0.2000 USD; at 4 6.00 s and 0.3000 USD.");
    }

    @Test
    void ganttHasStartsAndEnds() {
        assertThat(summary(SampleCharts.gantt()))
                .endsWith(" 2 functions started 0.00 to 1.00 s after T0 and ended 6.00 to 10.00 s after it."
                        + " finished: 1. failed: 1. At most 2 were running at the same time.");
        assertThat(new GanttData(
                                SampleCharts.gantt().head(),
                                10,
                                List.of(),
                                SampleCharts.gantt().running())
                        .sentences(BandwidthUnit.AUTOMATIC))
                .hasToString("[No data: no function has started its transfer.]");
    }

    @Test
    void timelinesHaveTheRangeOfEachLine() {
        assertThat(summary(SampleCharts.timeline()))
                .contains("all functions together 300 Mbit/s on average")
                .contains("function 0: 100 Mbit/s on average, at most 100 Mbit/s.");
        assertThat(summary(SampleCharts.metric())).endsWith("from 4.0 ms to 4.0 ms, 4.0 ms on average.");
    }

    @Test
    void publishedResultsAreNamed() {
        ComparisonData data = SampleCharts.comparison();
        assertThat(summary(LogarithmicChart.of(data, true))).isEqualTo(summary(data));
    }

    @Test
    void summariesAreInTheLanguageOfTheChart() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.KOREAN);
        ChartTheme korean = ChartTheme.LIGHT.in(new DomainTexts());
        for (ChartData data : List.of(
                SampleCharts.comparison(),
                SampleCharts.distribution(),
                SampleCharts.byFactor(FactorData.Style.LINES),
                SampleCharts.response(),
                SampleCharts.gantt(),
                SampleCharts.timeline(),
                SampleCharts.metric())) {
            assertThat(summary(data, korean)).as(summary(data)).doesNotContain("axis", "median", "average", " at ");
        }
    }
}
