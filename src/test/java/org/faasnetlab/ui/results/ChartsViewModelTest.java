package org.faasnetlab.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.factor.ResponseData;
import org.faasnetlab.chart.factor.TrialFactor;
import org.faasnetlab.chart.gantt.GanttData;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.timeline.MetricTimelineData;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsViewModelTest {
    @TempDir
    Path folder;

    private RunStore store;
    private ResultsViewModel model;
    private ChartsViewModel charts;

    @BeforeEach
    void openAStore() throws Exception {
        store = new DuckDbRunStore(folder);
        SampleRuns.save(store, SampleSweeps.memory());
        model = new ResultsViewModel(
                () -> store,
                new RunExporter(ZoneOffset.UTC),
                new RunImporter(Clock.systemUTC()),
                new BackgroundTasks(Runnable::run, Runnable::run));
        charts = new ChartsViewModel(model);
        model.refresh();
    }

    @AfterEach
    void closeIt() throws Exception {
        store.close();
    }

    @Test
    void runReadBeforeChartIsVisibleIsDrawn() {
        model.currentChart().set(null);
        new ChartsViewModel(model);
        assertThat(model.currentChart().get()).isInstanceOf(TimelineData.class);
    }

    @Test
    void timelineIsShownFirst() {
        assertThat(model.currentChart().get()).isInstanceOf(TimelineData.class);
    }

    @Test
    void otherTabShowsItsChartOfAllTrials() {
        charts.kind().set(ChartKind.BY_FACTOR);
        FactorData data = (FactorData) model.currentChart().get();
        assertThat(data.lines()).hasSize(2).allMatch(line -> line.points().size() == 6);
        charts.kind().set(ChartKind.GANTT);
        assertThat(model.currentChart().get()).isInstanceOf(GanttData.class);
    }

    @Test
    void publishedResultsAreShownInEveryChartAfterSelection() {
        charts.kind().set(ChartKind.BY_FACTOR);
        assertThat(((FactorData) model.currentChart().get()).overlays()).isEmpty();
        charts.published().set(true);
        assertThat(((FactorData) model.currentChart().get()).overlays()).hasSize(2);
        charts.kind().set(ChartKind.TIMELINE);
        assertThat(((TimelineData) model.currentChart().get()).overlays()).isNotEmpty();
    }

    @Test
    void chartShowsTheChosenMetricIfTheRunHasIt() {
        assertThat(charts.metrics()).contains(Metrics.BANDWIDTH, Metrics.RETRANSMITS);
        charts.metric().set(Metrics.RETRANSMITS);
        assertThat(((MetricTimelineData) model.currentChart().get()).metric()).isEqualTo(Metrics.RETRANSMITS);
        charts.kind().set(ChartKind.BY_FACTOR);
        assertThat(((FactorData) model.currentChart().get()).metric()).isEqualTo(Metrics.RETRANSMITS);
        charts.kind().set(ChartKind.GANTT);
        assertThat(charts.metrics()).isEmpty();
        assertThat(model.currentChart().get()).isInstanceOf(GanttData.class);
        charts.kind().set(ChartKind.TIMELINE);
        charts.metric().set(Metrics.BANDWIDTH);
        assertThat(model.currentChart().get()).isInstanceOf(TimelineData.class);
    }

    @Test
    void logarithmicAxisIsKeptForItsKindOfChartAndExportsFollowIt() {
        charts.logAxis(ChartKind.BY_FACTOR).set(true);
        charts.kind().set(ChartKind.BY_FACTOR);
        assertThat(model.currentChart().get()).isInstanceOf(LogarithmicChart.class);

        charts.kind().set(ChartKind.BY_FACTOR_BARS);
        charts.logAxis(ChartKind.BY_FACTOR_BARS).set(true);
        assertThat(model.currentChart().get()).as("bars begin at 0").isInstanceOf(FactorData.class);
        charts.kind().set(ChartKind.RESPONSE);
        assertThat(model.currentChart().get()).isInstanceOf(ResponseData.class);

        charts.kind().set(ChartKind.TIMELINE);
        charts.logAxis(ChartKind.TIMELINE).set(true);
        assertThat(model.currentChart().get()).isInstanceOf(LogarithmicChart.class);
        charts.logAxis(ChartKind.TIMELINE).set(false);
        assertThat(model.currentChart().get()).isInstanceOf(TimelineData.class);

        charts.kind().set(ChartKind.BY_FACTOR);
        assertThat(model.currentChart().get()).isInstanceOf(LogarithmicChart.class);
        charts.logAxis(ChartKind.BY_FACTOR).set(false);
        assertThat(model.currentChart().get()).isInstanceOf(FactorData.class);
    }

    @Test
    void factorOnTheAxisCanBeChosen() {
        charts.kind().set(ChartKind.BY_FACTOR);
        assertThat(charts.factors()).containsExactly(TrialFactor.MEMORY);
        assertThat(charts.shownFactor()).isEqualTo(TrialFactor.MEMORY);

        charts.factor().set(TrialFactor.FUNCTIONS);

        assertThat(((FactorData) model.currentChart().get()).factor()).hasToString("memory, MB");
        RunChartSource source = new RunChartSource(
                SampleSweeps.memory().run(),
                model.summaries().arrived(),
                SampleSweeps.memory().functions());
        FactorData byFunctions = (FactorData)
                model.charts().of(ChartKind.BY_FACTOR, source, Metrics.BANDWIDTH, false, TrialFactor.FUNCTIONS);
        assertThat(byFunctions.factor()).hasToString("concurrent functions");
        assertThat(byFunctions.lines())
                .hasSize(12)
                .allMatch(line -> line.points().size() == 1);
    }

    @Test
    void exportedChartHasTheUnitOfTheVisibleOne() throws Exception {
        model.unit().set(BandwidthUnit.MEGABYTE);
        charts.kind().set(ChartKind.BY_FACTOR);
        Path picture = folder.resolve("factor.svg");
        model.export(ExportFormat.SVG, picture);
        assertThat(Files.readString(picture)).contains("MB/s").doesNotContain("bit/s");

        charts.kind().set(ChartKind.TIMELINE);
        Path timeline = folder.resolve("timeline.svg");
        model.export(ExportFormat.SVG, timeline);
        assertThat(Files.readString(timeline)).contains("Per function, MB/s");
    }

    @Test
    void visibleChartIsExported() throws Exception {
        charts.kind().set(ChartKind.RESPONSE);
        Path table = folder.resolve(model.suggestedName(ExportFormat.CHART_CSV));
        model.export(ExportFormat.CHART_CSV, table);
        assertThat(model.exporting().written()).containsExactly(table);
        assertThat(Files.readAllLines(table).get(0)).startsWith("line,memory_mb,jobs,response_s");
        Path picture = folder.resolve("response.svg");
        model.export(ExportFormat.SVG, picture);
        assertThat(Files.readString(picture)).contains("aria-label=\"Response time of the job, s\"");
    }

    @Test
    void withoutARunThereIsNoChart() {
        model.select(null);
        ChartData drawn = model.currentChart().get();
        assertThat(drawn).isNull();
    }
}
