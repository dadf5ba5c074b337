package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.factor.Estimate;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.factor.FactorLine;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.DefaultLocaleExtension;
import org.faasnetlab.testing.chart.SampleCharts;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTableExportTest {
    @RegisterExtension
    private final DefaultLocaleExtension spoken = new DefaultLocaleExtension();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "hi-IN-u-nu-deva"})
    void numbersHaveAPointInEveryLanguage(String language) throws Exception {
        spoken.speak(language);
        Path file = directory.resolve("chart.csv");
        AtomicFileWriter.write(file, out -> new ChartTableExport().write(factors(), out));
        assertThat(Files.readString(file)).isEqualTo("""
            line,memory_mb,functions_finished,median_bit_per_s,ci95_low_bit_per_s,ci95_high_bit_per_s,trials,valid,network\r
            download,128,7,62500000.5,60000000,65000000,3,yes,simulated\r
            download,1769,5,625000000,,,1,no,simulated\r
            '=upload,128,1,0.000001,,,1,yes,simulated\r
            """);
    }

    @Test
    void publishedRowsAreNotSimulated() throws Exception {
        Path file = directory.resolve("chart.csv");
        PublishedOverlay published = new PublishedOverlay(
                "AWS 2026: quota", new Curve(new double[] {128, 1769}, new double[] {625e6, 625e6}), "AWS");
        AtomicFileWriter.write(
                file, out -> new ChartTableExport().write(factors().withOverlays(List.of(published)), out));
        assertThat(Files.readAllLines(file))
                .hasSize(1 + 3 + 2)
                .filteredOn(line -> line.startsWith("AWS"))
                .hasSize(2)
                .allMatch(line -> line.endsWith(",,published"));
    }

    @Test
    void everyPointOfATimelineIsARow() throws Exception {
        Path file = directory.resolve("chart.csv");
        AtomicFileWriter.write(file, out -> new ChartTableExport().write(SampleCharts.timeline(), out));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + 3 * 100);
        assertThat(lines.get(0)).isEqualTo("line,second,bit_per_s,valid,network");
        assertThat(lines.get(1)).isEqualTo("function 0,0.05,100000000,yes,simulated");
    }

    /** Of a busy computer, in every chart of a run and of a trial; limits and published results are not measured. */
    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void everyRowOfAnInvalidTrialIsMarked(ChartKind kind) throws Exception {
        RunData run = PlainRuns.busyComputer("20261123-104210-busy");
        InMemoryRunStore store = new InMemoryRunStore();
        SampleRuns.save(store, run);
        RunCharts charts = RunCharts.withPublishedData(ZoneOffset.UTC);
        TrialChartSource trial = new TrialChartSource(run.run(), 1, run.trials().get(0), run.functions());
        ChartData chart = kind.ofTrial()
                ? charts.read(kind, store, trial, Metrics.BANDWIDTH, true)
                : charts.of(kind, RunChartSource.read(store, run.run()), Metrics.BANDWIDTH, true);
        Path file = directory.resolve("chart.csv");
        AtomicFileWriter.write(file, out -> new ChartTableExport().write(chart, out));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).endsWith(",valid,network");
        assertThat(lines.stream().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("limit: ") || line.endsWith(",published")
                        ? line.matches(".*,,(simulated|published)")
                        : line.endsWith(",no,simulated"));
    }

    private static Estimate alone(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    private static final Estimate TOTAL = new Estimate(1e9, Double.NaN, Double.NaN);

    private static FactorData factors() {
        return new FactorData(
                new ChartHeading(Phrase.verbatim("Memory"), Phrase.verbatim(""), true),
                Metrics.BANDWIDTH,
                FactorData.Style.LINES,
                Phrase.verbatim("memory, MB"),
                List.of(
                        new FactorLine<>(
                                Phrase.verbatim("download"),
                                List.of(
                                        new FactorData.Point(
                                                128,
                                                true,
                                                7,
                                                3,
                                                new Estimate(62_500_000.5, 60e6, 65e6),
                                                TOTAL,
                                                Estimate.NONE),
                                        new FactorData.Point(1769, false, 5, 1, alone(625e6), TOTAL, Estimate.NONE))),
                        new FactorLine<>(
                                Phrase.verbatim("=upload"),
                                List.of(new FactorData.Point(128, true, 1, 1, alone(1e-6), TOTAL, Estimate.NONE)))),
                List.of());
    }
}
