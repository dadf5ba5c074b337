package org.faasnetlab.ui.results.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.export.ChartSelection;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.jspecify.annotations.Nullable;

/** Exports runs in the background, one at a time. */
public final class ExportViewModel {
    private final RunStoreProvider stores;
    private final RunExporter exporter;
    private final BackgroundTasks tasks;
    private final ObservableList<Path> written = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();

    public ExportViewModel(RunStoreProvider stores, RunExporter exporter, BackgroundTasks tasks) {
        this.stores = stores;
        this.exporter = exporter;
        this.tasks = tasks;
    }

    /**
     * Exports a run or its visible chart in the background.
     *
     * @param chart the visible chart
     * @param unit of bandwidth in it
     */
    public void start(
            ExportFormat format,
            RunRow run,
            @Nullable ChartData chart,
            BandwidthUnit unit,
            Path file,
            Consumer<LabException> failure) {
        underWay.set(true);
        written.clear();
        tasks.of(() -> write(format, run.id(), chart, unit, file), written::setAll, failure)
                .onEnd(() -> underWay.set(false))
                .start();
    }

    /** The files exported last; empty if there is nothing to report. */
    public ObservableList<Path> written() {
        return written;
    }

    public ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    private List<Path> write(
            ExportFormat format, String runId, @Nullable ChartData chart, BandwidthUnit unit, Path file)
            throws LabException {
        if (chart != null && format.ofChart()) {
            return exporter.export(format, chart, ChartTheme.LIGHT, unit, file);
        }
        RunReader store = stores.open();
        Optional<RunRow> row = store.run(runId);
        return row.isEmpty() ? List.of() : exporter.export(format, store, row.get(), ChartSelection.TIMELINE, file);
    }
}
