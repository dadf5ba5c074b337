package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.export.StoredCsv;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.ui.common.BackgroundTasks;

/** Exports of runs in the background, one at a time. */
final class RunExporting {
    private final RunStoreSource stores;
    private final RunExports exports;
    private final BackgroundTasks tasks;
    private final ObservableList<Path> written = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();

    RunExporting(RunStoreSource stores, RunExports exports, BackgroundTasks tasks) {
        this.stores = stores;
        this.exports = exports;
        this.tasks = tasks;
    }

    /** @param trial index of the trial that a picture shows */
    void start(ExportKind kind, RunRow run, int trial, Path file, Consumer<LabException> failure) {
        underWay.set(true);
        written.clear();
        tasks.of(() -> write(kind, run.id(), trial, file), written::setAll, failure)
                .onEnd(() -> underWay.set(false))
                .start();
    }

    /** The files that were exported last; none when there is nothing to say about them. */
    ObservableList<Path> written() {
        return written;
    }

    ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    private List<Path> write(ExportKind kind, String runId, int trial, Path file) throws LabException {
        RunStore store = stores.open();
        if (kind == ExportKind.CSV) {
            return writeCsv(store, runId, file);
        }
        Optional<RunData> data = store.load(runId);
        return data.isEmpty() ? List.of() : exports.write(kind, data.get(), trial, file);
    }

    private List<Path> writeCsv(RunStore store, String runId, Path file) throws LabException {
        Optional<RunRow> row = store.run(runId);
        return row.isEmpty() ? List.of() : new StoredCsv(store).write(row.get(), file);
    }
}
