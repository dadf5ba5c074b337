package org.faasnetlab.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.chart.comparison.SeparateRuns;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartReading;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.distribution.DistributionData;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testing.chart.SampleCharts;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read at places of charts that were drawn 800 pixels wide and 600 high. */
class ChartReaderTest {
    /** A drawn chart. */
    private record Drawn(ChartData data, JFreeChart chart, PlotRenderingInfo info) {
        static Drawn of(ChartData data) {
            JFreeChart chart = data.draw(ChartTheme.LIGHT, BandwidthUnit.AUTOMATIC);
            ChartRenderingInfo info = new ChartRenderingInfo();
            Graphics2D graphics = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB).createGraphics();
            chart.draw(graphics, new Rectangle2D.Double(0, 0, 800, 600), null, info);
            graphics.dispose();
            return new Drawn(data, chart, info.getPlotInfo());
        }

        /** What is read at a place of a plot, in the coordinates of its axes. */
        List<String> at(int plot, double x, double y) {
            ChartReading reading = reading(plot, 0, x, y);
            return reading == null ? List.of() : reading.lines();
        }

        @Nullable
        ChartReading reading(int plot, int axis, double x, double y) {
            ChartReader reader = new ChartReader(chart, info);
            Point2D place = reader.place(plot, axis, x, y);
            return reader.read(data.marks(ChartTheme.LIGHT, BandwidthUnit.AUTOMATIC), place.getX(), place.getY());
        }
    }

    @Test
    void linesAreReadAtTheTimeAndTheNearestIsMarked() {
        Drawn drawn = Drawn.of(SampleCharts.comparison());

        assertThat(drawn.at(0, 5, 195e6)).containsExactly("5.00 s", "monday 100 Mbit/s", "tuesday 200 Mbit/s");
        assertThat(Objects.requireNonNull(drawn.reading(0, 0, 5, 199e6)).values())
                .filteredOn(ChartReading.Value::nearest)
                .extracting(ChartReading.Value::name)
                .containsExactly("tuesday");
        assertThat(Objects.requireNonNull(drawn.reading(0, 0, 5, 150e6)).values())
                .noneMatch(ChartReading.Value::nearest);
    }

    @Test
    void eachRunIsReadInItsOwnPlot() {
        Drawn drawn = Drawn.of(new SeparateRuns(SampleCharts.comparison()));

        assertThat(drawn.at(1, 5, 100e6)).containsExactly("5.00 s", "monday 100 Mbit/s", "tuesday 200 Mbit/s");
        List<ChartReading.Value> values =
                Objects.requireNonNull(drawn.reading(1, 0, 5, 200e6)).values();
        assertThat(values.get(0).y()).isLessThan(values.get(1).y());
        assertThat(values.get(1).nearest()).isTrue();
    }

    @Test
    void anotherMetricIsReadInItsUnit() {
        assertThat(Drawn.of(SampleCharts.metric()).at(0, 2.5, 1)).containsExactly("2.50 s", "Probe RTT 4.0 ms");
    }

    @Test
    void boxPlotsAndValuesOfADistributionAreRead() {
        Drawn drawn = Drawn.of(SampleCharts.distribution());

        assertThat(drawn.at(0, 2.5e8, 0.25))
                .containsExactly(
                        "128 MB",
                        "largest: 400 Mbit/s",
                        "75th percentile: 325 Mbit/s",
                        "median: 250 Mbit/s",
                        "25th percentile: 175 Mbit/s",
                        "smallest: 100 Mbit/s",
                        "4 functions");
        assertThat(drawn.at(0, 6e8, 1)).containsExactly("512 MB", "a function: 600 Mbit/s");
        assertThat(drawn.at(1, 3.5e8, 20)).containsExactly("350 Mbit/s", "128 MB 75 % of 4");
        assertThat(drawn.at(1, 7.5e8, 50)).containsExactly("750 Mbit/s", "128 MB 100 % of 4", "512 MB 50 % of 4");
    }

    @Test
    void limitsOfADistributionAreRead() {
        DistributionData data = SampleCharts.distribution();
        Drawn drawn = Drawn.of(new DistributionData(
                data.head(),
                data.metric(),
                data.groups(),
                List.of(),
                List.of(new ReferenceLine(
                        Phrase.verbatim("link"), ReferenceLine.Scope.FUNCTION, Bandwidth.ofMegabits(500)))));

        assertThat(drawn.at(1, 5e8, 30)).containsExactly("link", "500 Mbit/s");
    }

    @Test
    void pointsByFactorAreReadWithIntervalAndSample() {
        Drawn drawn = Drawn.of(SampleCharts.byFactor(FactorData.Style.LINES));

        assertThat(drawn.at(0, 256, 3e8))
                .containsExactly(
                        "upload",
                        "memory, MB: 256",
                        "median: 300 Mbit/s",
                        "95 % CI: 290 Mbit/s to 310 Mbit/s",
                        "3 trials");
        assertThat(drawn.at(0, 180, 1e8)).as("on no point").isEmpty();
    }

    @Test
    void barsAndTheirTotalsAreRead() {
        Drawn drawn = Drawn.of(SampleCharts.byFactor(FactorData.Style.BARS));

        assertThat(drawn.at(0, 0, 0.5e8))
                .containsExactly(
                        "upload",
                        "memory, MB: 128",
                        "per function, median: 0.100 Gbit/s",
                        "95 % CI: 0.090 Gbit/s to 0.110 Gbit/s",
                        "3 trials");
        assertThat(drawn.at(0, 2, 1e9))
                .containsExactly(
                        "upload",
                        "memory, MB: 512",
                        "all functions, aggregate: 1.00 Gbit/s",
                        "95 % CI: 0.990 Gbit/s to 1.01 Gbit/s",
                        "3 trials");
    }

    @Test
    void responseTimeAndCostAreRead() {
        Drawn drawn = Drawn.of(SampleCharts.response());

        assertThat(drawn.at(0, 2, 10))
                .containsExactly(
                        "concurrent functions: 2", "response time: 10.00 s", "95 % CI: 9.00 s to 11.00 s", "3 trials");
        assertThat(Objects.requireNonNull(drawn.reading(0, 1, 4, 0.3)).lines())
                .containsExactly("concurrent functions: 4", "cost of 1,000 jobs: 0.3000 USD", "1 trial");
    }

    @Test
    void barsOfAGanttChartAreReadAndBelowThemHowManyRun() {
        Drawn drawn = Drawn.of(SampleCharts.gantt());

        assertThat(drawn.at(0, 3, 1.2))
                .containsExactly(
                        "function 1", "started: 1.00 s after T0", "failed: 6.00 s after T0", "transferred for 5.00 s");
        assertThat(drawn.at(1, 3, 1.5)).containsExactly("3.00 s", "running functions 2");
        assertThat(drawn.at(1, 8, 1.5)).containsExactly("8.00 s", "running functions 1");
    }

    @Test
    void logarithmicAxesAreReadAlike() {
        Drawn drawn = Drawn.of(LogarithmicChart.of(SampleCharts.byFactor(FactorData.Style.LINES), true));

        assertThat(drawn.at(0, 128, 1e8)).contains("median: 100 Mbit/s");
    }

    @Test
    void nothingIsReadBesideThePlots() {
        Drawn drawn = Drawn.of(SampleCharts.comparison());

        assertThat(new ChartReader(drawn.chart(), drawn.info())
                        .read(drawn.data().marks(ChartTheme.LIGHT, BandwidthUnit.AUTOMATIC), 2, 2))
                .isNull();
        assertThat(new ChartReader(drawn.chart(), new PlotRenderingInfo(new ChartRenderingInfo())).area())
                .satisfies(area -> assertThat(area.isEmpty()).isTrue());
    }
}
