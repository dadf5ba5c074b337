package org.faasnetlab.ui.results.run;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.jspecify.annotations.Nullable;

/** The summaries of the trials of a run, read one by one: of a large run the first appears long before the last. */
public final class TrialSummaries {
    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final Consumer<LabException> failure;
    private final ObservableList<TrialSummary> arrived = FXCollections.observableArrayList();
    private final ObservableList<TrialSummary> lines = FXCollections.observableArrayList();
    private @Nullable RunDetails wanted;

    TrialSummaries(RunStoreProvider stores, BackgroundTasks tasks, Consumer<LabException> failure) {
        this.stores = stores;
        this.tasks = tasks;
        this.failure = failure;
    }

    /** In the order of the trials. */
    public ObservableList<TrialSummary> arrived() {
        return arrived;
    }

    /** One for each trial, or for each direction of a trial in both directions. */
    public ObservableList<TrialSummary> lines() {
        return lines;
    }

    /** Reads the summaries of this run, or of none, and replaces the previous ones. */
    void read(@Nullable RunDetails run) {
        wanted = run;
        arrived.clear();
        lines.clear();
        if (run != null) {
            read(run, 0);
        }
    }

    private void read(RunDetails of, int index) {
        if (wanted != of || index >= of.trials().size()) {
            return;
        }
        TrialRow row = of.trials().get(index);
        tasks.of(
                        () -> TrialSummary.read(stores.open().sums(), row, of.functionsOf(row)),
                        summary -> {
                            if (wanted == of) {
                                arrived.add(summary);
                                lines.addAll(summary.byDirection(of.functionsOf(row)));
                                read(of, index + 1);
                            }
                        },
                        failure)
                .start();
    }
}
