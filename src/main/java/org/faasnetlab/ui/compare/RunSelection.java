package org.faasnetlab.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.comparison.RunNames;
import org.faasnetlab.chart.comparison.ComparisonBuilder;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** The runs selected in the list, and the actions on them: archiving and comparing. */
public final class RunSelection {

    /**
     * Compared runs.
     *
     * @param metrics by which they can be compared
     * @param chart of their first common cell
     * @param withInvalid whether invalid trials count
     * @param leftOut sentences about invalid trials that do not count
     * @param names what the runs are called
     */
    record Comparison(
            RunComparison runs,
            List<Metric> metrics,
            ChartData chart,
            boolean withInvalid,
            List<Phrase> leftOut,
            RunNames names) {
        Comparison {
            metrics = List.copyOf(metrics);
            leftOut = List.copyOf(leftOut);
        }
    }

    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final RunExporter exporter;
    private final RunImporter importer;
    private final ObservableList<RunRow> chosen = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunArchive.@Nullable ImportResult> imported = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    private Consumer<LabException> failed = failure -> {};

    public RunSelection(RunStoreProvider stores, RunExporter exporter, RunImporter importer, BackgroundTasks tasks) {
        this.stores = stores;
        this.exporter = exporter;
        this.importer = importer;
        this.tasks = tasks;
    }

    /** The runs that are selected in the list. */
    public ObservableList<RunRow> chosen() {
        return chosen;
    }

    /** The current comparison, or null. */
    public ReadOnlyObjectProperty<@Nullable Comparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /** The result of the last import, or null if there is nothing to report. */
    public ReadOnlyObjectProperty<RunArchive.@Nullable ImportResult> imported() {
        return imported.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    public boolean anyRunning() {
        return chosen.stream().anyMatch(run -> run.status() == RunStatus.RUNNING);
    }

    /** Compares the selected runs with the oldest of them. */
    public void compare(Consumer<LabException> failure) {
        List<RunRow> oldestFirst = new ArrayList<>(chosen);
        oldestFirst.sort((one, other) -> one.startedAt().compareTo(other.startedAt()));
        compare(oldestFirst, null, false, failure);
    }

    /** Compares the same runs by another metric. */
    void compareBy(Metric metric) {
        Comparison shown = comparison.get();
        if (shown != null && !shown.runs().metric().equals(metric)) {
            compare(shown.runs().runs(), metric, shown.withInvalid(), failed);
        }
    }

    /** Compares the same runs with another one of them. */
    void compareWith(RunRow reference) {
        Comparison shown = comparison.get();
        if (shown != null && !shown.runs().runs().get(0).equals(reference)) {
            List<RunRow> runs = new ArrayList<>(List.of(reference));
            shown.runs().runs().stream().filter(run -> !run.equals(reference)).forEach(runs::add);
            compare(runs, shown.runs().metric(), shown.withInvalid(), failed);
        }
    }

    /** Compares the same runs with or without their invalid trials. */
    void countInvalid(boolean withInvalid) {
        Comparison shown = comparison.get();
        if (shown != null && shown.withInvalid() != withInvalid) {
            compare(shown.runs().runs(), shown.runs().metric(), withInvalid, failed);
        }
    }

    /** @param metric null for the rate that the runs state */
    private void compare(
            List<RunRow> runs, @Nullable Metric metric, boolean withInvalid, Consumer<LabException> failure) {
        failed = failure;
        start();
        tasks.of(() -> read(runs, metric, withInvalid), comparison::set, failure)
                .onEnd(() -> underWay.set(false))
                .start();
    }

    /** Shows the selected run again. */
    public void closeComparison() {
        comparison.set(null);
    }

    /** Writes the selected runs to an archive. */
    public void exportArchive(Path file, Consumer<List<Path>> written, Consumer<LabException> failure) {
        List<String> ids = chosen.stream().map(RunRow::id).toList();
        start();
        tasks.of(
                        () -> {
                            exporter.exportArchive(stores.open(), ids, file);
                            return List.of(file);
                        },
                        written,
                        failure)
                .onEnd(() -> underWay.set(false))
                .start();
    }

    /**
     * Imports runs from archives and files of other programs. Transfers without a stated direction are taken as downloads.
     */
    public void importFiles(List<Path> files, Runnable done, Consumer<LabException> failure) {
        start();
        tasks.of(
                        () -> importer.read(stores.open().archive(), files, Direction.DOWNLOAD),
                        brought -> {
                            imported.set(brought);
                            done.run();
                        },
                        failure)
                .onEnd(() -> underWay.set(false))
                .start();
    }

    private void start() {
        underWay.set(true);
        imported.set(null);
    }

    /** Without runs that take longer to analyze than users wait; then no metric of bursts is known of all. */
    private List<RunComparison.ComparedRun> analyzed(RunStore store, List<RunComparison.ComparedRun> sides)
            throws StoreException {
        for (RunComparison.ComparedRun side : sides) {
            long intervals = 0;
            for (TrialRow trial : side.trials()) {
                intervals += store.sums().count(side.run().id(), trial.index());
            }
            if (intervals > RunAnalysis.MAX_FITTED_INTERVALS) {
                return sides;
            }
        }
        return exporter.data().analysis().withBursts(store, sides);
    }

    private Comparison read(List<RunRow> runs, @Nullable Metric metric, boolean withInvalid) throws StoreException {
        RunStore store = stores.open();
        List<RunComparison.ComparedRun> sides = new ArrayList<>();
        for (RunRow run : runs) {
            sides.add(RunComparison.ComparedRun.read(store, run, withInvalid));
        }
        List<Metric> metrics = new ArrayList<>(RunComparison.metrics(sides));
        List<RunComparison.ComparedRun> analyzed = analyzed(store, sides);
        metrics.addAll(RunComparison.known(BurstMetrics.ALL, analyzed));
        Metric chosenMetric = metric == null ? metrics.get(0) : metric;
        RunComparison compared =
                RunComparison.of(BurstMetrics.ALL.contains(chosenMetric) ? analyzed : sides, chosenMetric);
        RunNames names = new RunNames(runs, exporter.data().zone());
        return new Comparison(
                compared,
                metrics,
                ComparisonBuilder.read(store, compared, compared.cells().get(0), names::of),
                withInvalid,
                sides.stream()
                        .flatMap(side -> Stream.ofNullable(side.leftOut())
                                .map(sentence -> Phrase.of("{0}: {1}", names.of(side.run()), sentence)))
                        .toList(),
                names);
    }
}
