package org.faasnetlab.ui.results.run;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.burst.SteadyWindow;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.jspecify.annotations.Nullable;

/**
 * The summaries of the trials of a run, read one by one: of a large run the first appears long before the last. The steady
 * aggregates and the intervals of the aggregates, for which all intervals are read, follow when all summaries are there.
 */
public final class TrialSummaries {
    /** Of a larger trial, no steady aggregate is computed; reading a million intervals takes about a second. */
    private static final long MAX_INTERVALS = 5_000_000;

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
        if (wanted != of) {
            return;
        }
        if (index >= of.trials().size()) {
            readSteady(of, 0);
            return;
        }
        TrialRow row = of.trials().get(index);
        tasks.of(
                        () -> read(stores.open(), row, of.functionsOf(row)),
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

    private static TrialSummary read(RunStore store, TrialRow trial, List<FunctionRow> functions)
            throws StoreException {
        return TrialSummary.read(store.sums(), trial, functions)
                .withEvidence(functions, EvidenceRow.of(trial.index(), store.evidence(trial.runId())));
    }

    private void readSteady(RunDetails of, int index) {
        if (wanted != of || index >= arrived.size()) {
            return;
        }
        TrialSummary summary = arrived.get(index);
        List<FunctionRow> functions = of.functionsOf(summary.trial());
        tasks.of(
                        () -> withSteadyWindow(summary, functions),
                        steady -> {
                            if (wanted == of) {
                                show(index, steady, functions);
                                readSteady(of, index + 1);
                            }
                        },
                        failure)
                .start();
    }

    private TrialSummary withSteadyWindow(TrialSummary summary, List<FunctionRow> functions) throws LabException {
        RunStore store = stores.open();
        TrialRow trial = summary.trial();
        return store.sums().count(trial.runId(), trial.index()) > MAX_INTERVALS
                ? summary
                : summary.withSteadyWindow(
                                SteadyWindow.read(store, trial, functions).orElse(null))
                        .withCourse(store.sums());
    }

    private void show(int index, TrialSummary steady, List<FunctionRow> functions) {
        arrived.set(index, steady);
        for (TrialSummary line : steady.byDirection(functions)) {
            for (int i = 0; i < lines.size(); i++) {
                TrialRow shown = lines.get(i).trial();
                if (shown.index() == line.trial().index()
                        && shown.direction() == line.trial().direction()) {
                    lines.set(i, line);
                }
            }
        }
    }
}
