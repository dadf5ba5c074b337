package org.faasnetlab.ui.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.timeline.TimelineBuilder;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.chart.timeline.TrialBins;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.preset.Question;
import org.faasnetlab.report.RunAnswer;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.testing.ui.ResultSamples;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsViewModelTest {
    private static final String FAILURES = "20261123-104210-f8";

    @TempDir
    private Path folder;

    private RunStore store;
    private ResultsViewModel model;

    @BeforeEach
    void open() throws StoreException {
        store = new DuckDbRunStore(folder.resolve("store"));
        model = model(() -> store);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void withoutRunsNothingIsStored() {
        assertThat(model.catalogue().isEmpty()).isFalse();
        model.refresh();
        assertThat(model.catalogue().isEmpty()).isTrue();
        assertThat(model.run().get()).isNull();
    }

    @Test
    void finishedRunIsSelectedOnlyWhenResultsAreOpenedNext() throws StoreException {
        store.save(older("20261122-080000-aaaa"));
        model.shown();
        SampleRuns.save(store, SampleRuns.withFailures());
        model.refresh();
        model.openWhenShown(FAILURES);
        assertThat(model.run().get().id()).isEqualTo("20261122-080000-aaaa");

        model.shown();
        assertThat(model.run().get().id()).isEqualTo(FAILURES);
    }

    @Test
    void newestRunIsSelectedFirst() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        store.save(older("20261122-080000-aaaa"));
        model.refresh();
        assertThat(model.catalogue().matching()).hasSize(2);
        assertThat(model.run().get().id()).isEqualTo(FAILURES);
        assertThat(model.details().get().failedFunctions()).isEqualTo(2);
        assertThat(model.trial().get().functions()).hasSize(8);
        assertThat(model.summaries().lines())
                .singleElement()
                .satisfies(summary -> assertThat(summary.finished()).isEqualTo(6));
    }

    @Test
    void runsAreFilteredByTestbedPresetAndTag() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        SampleRuns.save(store, SampleRuns.s3Upload());
        store.label(FAILURES, RunLabel.of(null, "", List.of("paper")));
        store.flush();
        model.refresh();
        RunCatalogue catalogue = model.catalogue();
        assertThat(catalogue.values(RunCatalogue.Filter.TAG)).containsExactly("paper");
        assertThat(catalogue.values(RunCatalogue.Filter.PRESET)).hasSize(2);

        catalogue.chosen(RunCatalogue.Filter.TAG).add("paper");
        assertThat(catalogue.matching()).extracting(RunRow::id).containsExactly(FAILURES);
        catalogue
                .chosen(RunCatalogue.Filter.PRESET)
                .add(SampleRuns.s3Upload().run().preset());
        assertThat(catalogue.matching()).as("all filters apply").isEmpty();
        assertThat(catalogue.isFiltered()).isTrue();

        catalogue.clearFilters();
        assertThat(catalogue.matching()).hasSize(2);
        catalogue.chosen(RunCatalogue.Filter.TESTBED).add("elsewhere");
        assertThat(catalogue.matching()).isEmpty();
    }

    @Test
    void questionOfThePresetIsAnsweredAsOnTheCommandLine() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        model.refresh();

        RunAnswer answer = model.answer().get();
        assertThat(answer.question())
                .isEqualTo(Question.ofPreset(model.run().get().preset()));
        assertThat(answer)
                .isEqualTo(RunAnswer.of(
                        model.run().get(),
                        RunAnalysis.withBundledData().read(store, model.run().get()),
                        store.functions(model.run().get().id())));
        assertThat(model.method().get().rules()).hasSize(12);
        model.select(null);
        assertThat(model.answer().get()).isNull();
        assertThat(model.method().get()).isNull();
    }

    @Test
    void directionsOfTrialAreSummarizedSeparately() throws StoreException {
        SampleRuns.save(store, ResultSamples.bothDirections());

        model.refresh();

        assertThat(model.summaries().lines())
                .extracting(summary -> summary.trial().direction())
                .containsExactly(Direction.DOWNLOAD, Direction.UPLOAD);
        assertThat(model.summaries().lines()).allSatisfy(summary -> {
            assertThat(summary.finished()).isEqualTo(8);
            assertThat(summary.aggregate().bitsPerSecond()).isCloseTo(8 * 62.2e6, within(5e6));
        });
    }

    @Test
    void searchMatchesRunsWithAllWords() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        store.save(older("20261122-080000-aaaa"));
        model.refresh();
        model.catalogue().search().set("OLD one");
        assertThat(model.catalogue().matching()).extracting(RunRow::id).containsExactly("20261122-080000-aaaa");
        model.catalogue().search().set("old nothing");
        assertThat(model.catalogue().matching()).isEmpty();
    }

    @Test
    void labelledRunIsFoundByLabel() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        store.save(older("20261122-080000-aaaa"));
        model.refresh();
        model.labels().editing().set(true);
        model.label(RunLabel.of("After the change", "a new kernel", RunLabels.tags(" paper, lambda ")));
        assertThat(model.labels().editing().get()).isFalse();
        assertThat(model.run().get().title()).isEqualTo("After the change");
        assertThat(model.labels().of(model.run().get()).tags()).containsExactly("lambda", "paper");
        model.catalogue().search().set("paper kernel");
        assertThat(model.catalogue().matching()).extracting(RunRow::id).containsExactly(FAILURES);
    }

    @Test
    void aRunIsOpenedByItsId() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        store.save(older("20261122-080000-aaaa"));
        model.open("20261122-080000-aaaa");
        assertThat(model.run().get().id()).isEqualTo("20261122-080000-aaaa");
    }

    @Test
    void resumedRunIsReadAgain() throws StoreException {
        RunRow running = ResultSamples.row("20261123-120000-r", "a", RunStatus.RUNNING, SampleRuns.STARTED, null);
        store.save(running);
        model.refresh();
        store.save(ResultSamples.row("20261123-120000-r", "a", RunStatus.FAILED, SampleRuns.STARTED, "It broke."));
        model.refresh();
        assertThat(model.run().get().message()).isEqualTo("It broke.");
    }

    @Test
    void runIsDeletedWithEverythingShownOfIt() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        model.refresh();
        List<RunRow> runs = List.copyOf(model.catalogue().matching());
        model.hide(runs);
        assertThat(model.catalogue().matching()).isEmpty();
        assertThat(model.run().get()).isNull();
        assertThat(store.runs()).hasSize(1);

        model.deleteHidden(runs);
        assertThat(store.runs()).isEmpty();
        assertThat(model.catalogue().isEmpty()).isTrue();
        assertThat(model.details().get()).isNull();
    }

    @Test
    void undoneDeletionKeepsTheRun() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        model.refresh();
        List<RunRow> runs = List.copyOf(model.catalogue().matching());
        model.hide(runs);
        model.undoHide(runs);
        model.deleteHidden(runs);
        assertThat(store.runs()).hasSize(1);
        assertThat(model.catalogue().matching()).isEqualTo(runs);
        assertThat(model.run().get()).isEqualTo(runs.get(0));
    }

    @Test
    void runsAreListedInTheChosenOrderAndStates() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        SampleRuns.save(store, SampleSweeps.concurrency());
        model.refresh();
        model.catalogue().order().set(RunCatalogue.Order.NAME);
        assertThat(model.catalogue().matching()).isSortedAccordingTo(Comparator.comparing(RunRow::title));

        model.catalogue().states().add(RunStatus.PARTIAL);
        assertThat(model.catalogue().matching()).extracting(RunRow::status).containsOnly(RunStatus.PARTIAL);
        model.catalogue().states().clear();
        assertThat(model.catalogue().matching()).hasSize(2);
    }

    @Test
    void everyKindOfExportWritesFiles() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        ChartsViewModel charts = new ChartsViewModel(model);
        model.refresh();
        charts.kind().set(ChartKind.TIMELINE);
        for (ExportFormat kind : ExportFormat.values()) {
            model.export(kind, folder.resolve(model.suggestedName(kind)));
            assertThat(model.problem().get()).isNull();
            assertThat(model.exporting().written())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    @Test
    void failedExportReportsReasonAndRemedy() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        model.refresh();
        model.export(ExportFormat.CSV, folder.resolve("no such folder").resolve("run.csv"));
        assertThat(model.exporting().written()).isEmpty();
        assertThat(model.exporting().underWay().get()).isFalse();
        assertThat(model.problem().get().nextStep()).isNotBlank();
    }

    @Test
    void unopenableStoreIsReportedUntilItOpens() throws StoreException {
        SampleRuns.save(store, SampleRuns.withFailures());
        boolean[] locked = {true};
        model = model(() -> {
            if (locked[0]) {
                throw ResultSamples.locked();
            }
            return store;
        });
        model.refresh();
        assertThat(model.problem().get()).hasMessage("Another instance has the runs open.");
        assertThat(model.catalogue().isEmpty()).isFalse();
        locked[0] = false;
        model.refresh();
        assertThat(model.problem().get()).isNull();
        assertThat(model.catalogue().matching()).hasSize(1);
    }

    @Test
    void aLongRunKeepsItsBurstsAndNoMorePointsThanAScreenShows() {
        var run = ResultSamples.tenMinutes();
        TimelineData details = new TimelineBuilder(ZoneOffset.UTC)
                .of(new TrialChartSource(run.run(), 1, run.trials().get(0), run.functions()), run.intervals());
        List<StoredInterval> own = run.intervals().stream()
                .filter(stored -> stored.functionIndex() == 5)
                .toList();
        double highest =
                TrialBins.of(own, details.curves().binMicros()).rates(5, 6000).highest();
        assertThat(highest).as("a burst, over the same time as other means").isGreaterThan(4e9);
        assertThat(details.curves().lines()).hasSize(64);
        assertThat(details.curves().lines()).allMatch(line -> line.curve().size() <= 2000);
        assertThat(details.curves().lines().get(5).curve().highest()).isEqualTo(highest);
        assertThat(details.withSelected(Set.of(5)).curves().lines()).hasSize(1);
    }

    private static RunRow older(String id) {
        return ResultSamples.row(id, "An old one", RunStatus.COMPLETED, SampleRuns.STARTED.minusSeconds(90_000), null);
    }

    private static ResultsViewModel model(RunStoreProvider stores) {
        return new ResultsViewModel(
                stores,
                new RunExporter(ZoneOffset.UTC),
                new RunImporter(Clock.systemUTC()),
                new BackgroundTasks(Runnable::run, Runnable::run));
    }
}
