package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableSet;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.MethodsCard;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.report.RunAnswer;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.faasnetlab.ui.compare.RunSelection;
import org.faasnetlab.ui.results.export.ExportViewModel;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.SelectedRun;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.faasnetlab.ui.results.run.TrialSummaries;
import org.faasnetlab.ui.results.run.TrialVerdict;
import org.jspecify.annotations.Nullable;

/**
 * State and actions of the results screen: saved runs and the selected one. All methods are called on the FX thread.
 */
public final class ResultsViewModel {
    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final RunExporter exports;
    private final ExportViewModel exporting;
    private final RunLabels labels;
    private final RunSelection selection;
    private final RunResults results;
    private final RunCatalogue catalogue = new RunCatalogue();
    private final SelectedRun shown;
    private final DoubleProperty listShare = new SimpleDoubleProperty(0.24);
    private final ObjectProperty<BandwidthUnit> unit = new SimpleObjectProperty<>(BandwidthUnit.AUTOMATIC);
    private final ReadOnlyObjectWrapper<@Nullable LabException> problem = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable ChartData> currentChart = new SimpleObjectProperty<>();
    private @Nullable String requestedRun;
    private @Nullable String runToOpen;

    public ResultsViewModel(RunStoreProvider stores, RunExporter exports, RunImporter importer, BackgroundTasks tasks) {
        this.stores = stores;
        this.tasks = tasks;
        this.exports = exports;
        exporting = new ExportViewModel(stores, exports, tasks);
        shown = new SelectedRun(stores, tasks, exports.data(), this::fail);
        labels = new RunLabels(stores, tasks);
        results = new RunResults(stores, tasks, this::fail);
        selection = new RunSelection(stores, exports, importer, tasks);
    }

    /** Reads the list of runs again. Called when a run has finished. */
    public void refresh() {
        tasks.of(() -> RunCatalogue.Content.read(stores.open()), this::show, this::fail)
                .start();
    }

    /** Imports runs from archives and files of other programs, and shows the list with them. */
    public void importFiles(List<Path> files) {
        selection.importFiles(files, this::refresh, this::fail);
    }

    /** Selects this run the next time the results are shown. */
    public void openWhenShown(String runId) {
        runToOpen = runId;
    }

    /** Called when the results become visible. */
    void shown() {
        String next = runToOpen;
        runToOpen = null;
        if (next == null) {
            refresh();
        } else {
            open(next);
        }
    }

    /** Selects a run as soon as it is found in the store. */
    public void open(String runId) {
        requestedRun = runId;
        runToOpen = null;
        catalogue.search().set("");
        refresh();
    }

    /** Selects a run, or none. */
    void select(@Nullable RunRow row) {
        if (Objects.equals(row, run().get())) {
            return;
        }
        boolean other = shown.show(row);
        if (other) {
            selection.closeComparison();
        }
        problem.set(null);
        if (other) {
            labels.editing().set(false);
            exporting.written().clear();
        }
        shown.read();
    }

    /** Shows another trial of the run. */
    void chooseTrial(TrialRow row) {
        shown.chooseTrial(row);
    }

    /** Starts or stops drawing a function as a separate line. */
    void togglePick(int functionIndex) {
        shown.togglePick(functionIndex);
    }

    /** Exports the selected run to a file. */
    void export(ExportFormat kind, Path file) {
        RunRow row = run().get();
        ChartData chart = currentChart.get();
        if (row == null
                || (chart == null && kind.ofChart())
                || exporting.underWay().get()) {
            return;
        }
        problem.set(null);
        exporting.start(kind, row, chart, unit.get(), file, this::fail);
    }

    /** A suggested file name for an export of the selected run. */
    String suggestedName(ExportFormat kind) {
        RunRow row = run().get();
        return kind.fileName(row == null ? "run" : row.preset() + "-" + row.id());
    }

    /** Takes runs out of the list; they are deleted by {@link #deleteHidden}, unless that is undone before. */
    void hide(List<RunRow> runs) {
        runs.forEach(run -> catalogue.hidden().add(run.id()));
        RunRow shownNow = run().get();
        if (shownNow != null && catalogue.hidden().contains(shownNow.id())) {
            select(catalogue.matching().isEmpty() ? null : catalogue.matching().get(0));
        }
    }

    /** Lists runs again that were hidden, and selects the first of them. */
    void undoHide(List<RunRow> runs) {
        runs.forEach(run -> catalogue.hidden().remove(run.id()));
        if (!runs.isEmpty()) {
            select(runs.get(0));
        }
    }

    /** Deletes the runs that are still hidden of these. */
    void deleteHidden(List<RunRow> runs) {
        List<String> ids = runs.stream()
                .map(RunRow::id)
                .filter(catalogue.hidden()::contains)
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        tasks.of(
                        () -> {
                            RunStore store = stores.open();
                            for (String id : ids) {
                                store.delete(id);
                            }
                            return RunCatalogue.Content.read(store);
                        },
                        this::show,
                        this::fail)
                .onEnd(() -> catalogue.hidden().removeAll(ids))
                .start();
    }

    /** Results in short, for the list. */
    RunResults results() {
        return results;
    }

    /** Saves a name, a note and tags of the selected run. */
    void label(RunLabel label) {
        RunRow row = run().get();
        if (row != null) {
            labels.write(row, label, this::refresh, this::fail);
        }
    }

    /** The runs selected in the list, and the actions on them. */
    RunSelection selection() {
        return selection;
    }

    RunLabels labels() {
        return labels;
    }

    RunCatalogue catalogue() {
        return catalogue;
    }

    /** The run that is selected; holds null if there is none. */
    public ReadOnlyObjectProperty<@Nullable RunRow> run() {
        return shown.run();
    }

    ReadOnlyObjectProperty<@Nullable RunDetails> details() {
        return shown.details();
    }

    ReadOnlyObjectProperty<@Nullable TrialDetails> trial() {
        return shown.trial();
    }

    /** Whether data of the selected run are being read. */
    ReadOnlyBooleanProperty loading() {
        return shown.loading();
    }

    TrialVerdict verdict() {
        return shown.verdict();
    }

    /** How well the run follows the rules of measuring, or null. */
    ReadOnlyObjectProperty<@Nullable MethodsCard> method() {
        return shown.answer().method();
    }

    /** The answer to the question of the preset, or null. */
    ReadOnlyObjectProperty<@Nullable RunAnswer> answer() {
        return shown.answer().answer();
    }

    TrialSummaries summaries() {
        return shown.summaries();
    }

    ObservableSet<Integer> picked() {
        return shown.picked();
    }

    /** The width of the list of runs, as a share of the screen, 0 to 1. */
    public DoubleProperty listShare() {
        return listShare;
    }

    /** The unit of bandwidth in charts and tables. */
    public ObjectProperty<BandwidthUnit> unit() {
        return unit;
    }

    ReadOnlyObjectProperty<@Nullable LabException> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The visible chart, which exports write; null if there is none. */
    ObjectProperty<@Nullable ChartData> currentChart() {
        return currentChart;
    }

    BackgroundTasks tasks() {
        return tasks;
    }

    RunStoreProvider stores() {
        return stores;
    }

    RunCharts charts() {
        return exports.data().charts();
    }

    ExportViewModel exporting() {
        return exporting;
    }

    private void show(RunCatalogue.Content stored) {
        List<RunRow> rows = stored.rows();
        labels.show(stored.labels());
        catalogue.show(stored);
        problem.set(null);
        String wanted = requestedRun;
        requestedRun = null;
        Optional<RunRow> same = catalogue.find(wanted);
        RunRow before = run().get();
        if (same.isEmpty() && before != null) {
            same = catalogue.find(before.id());
        }
        Optional<RunRow> listed = same.filter(row -> !catalogue.hidden().contains(row.id()));
        RunRow first = rows.isEmpty() || catalogue.matching().isEmpty()
                ? null
                : catalogue.matching().get(0);
        select(listed.orElse(first));
    }

    void fail(LabException failure) {
        problem.set(failure);
    }
}
