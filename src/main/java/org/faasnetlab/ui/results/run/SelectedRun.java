package org.faasnetlab.ui.results.run;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.faasnetlab.LabException;
import org.faasnetlab.chart.BundledData;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.jspecify.annotations.Nullable;

/**
 * The selected run and the data read from it. Everything is read in the background; data that arrives for a run or a
 * trial that is no longer selected is discarded. For the FX thread.
 */
public final class SelectedRun {
    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final BundledData data;
    private final Consumer<LabException> failure;
    private final TrialSummaries summaries;
    private final TrialVerdict verdict;
    private final SelectedAnswer answer;
    private final ReadOnlyObjectWrapper<@Nullable RunRow> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunDetails> details = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TrialDetails> trial = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<Integer> picked = FXCollections.observableSet();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private int wantedTrial;

    public SelectedRun(
            RunStoreProvider stores, BackgroundTasks tasks, BundledData data, Consumer<LabException> failure) {
        this.stores = stores;
        this.tasks = tasks;
        this.data = data;
        this.failure = problem -> {
            loading.set(false);
            failure.accept(problem);
        };
        summaries = new TrialSummaries(stores, tasks, failure);
        answer = new SelectedAnswer(stores, tasks, data::analysis, failure);
        verdict = new TrialVerdict(stores, tasks, data::analysis, run(), trial(), failure);
    }

    public ReadOnlyObjectProperty<@Nullable RunRow> run() {
        return run.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable RunDetails> details() {
        return details.getReadOnlyProperty();
    }

    /** The selected trial. */
    public ReadOnlyObjectProperty<@Nullable TrialDetails> trial() {
        return trial.getReadOnlyProperty();
    }

    public TrialVerdict verdict() {
        return verdict;
    }

    public SelectedAnswer answer() {
        return answer;
    }

    public TrialSummaries summaries() {
        return summaries;
    }

    /** Whether data of the selected run are being read. */
    public ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /** Functions that are drawn as separate lines. */
    public ObservableSet<Integer> picked() {
        return picked;
    }

    public void togglePick(int functionIndex) {
        LineColours.toggle(picked, functionIndex);
    }

    /**
     * Selects this run, or none, without reading its data.
     *
     * @return whether it is a different run, and not the same one with a new status
     */
    public boolean show(@Nullable RunRow row) {
        RunRow before = run.get();
        boolean other = row == null || before == null || !before.id().equals(row.id());
        run.set(row);
        if (other) {
            details.set(null);
            trial.set(null);
            summaries.read(null);
            answer.read(null);
            picked.clear();
            wantedTrial = 0;
        }
        return other;
    }

    /** Reads the selected run, if there is one. */
    public void read() {
        RunRow row = run.get();
        loading.set(row != null && details.get() == null);
        if (row == null) {
            return;
        }
        tasks.of(
                        () -> {
                            RunReader store = stores.open();
                            return new RunDetails(
                                    row, store.trials(row.id()), store.functions(row.id()), store.evidence(row.id()));
                        },
                        this::accept,
                        this.failure)
                .start();
    }

    /** Selects another trial of the run. */
    public void chooseTrial(TrialRow row) {
        RunDetails shown = details.get();
        if (shown == null || !row.runId().equals(shown.run().id())) {
            return;
        }
        wantedTrial = row.index();
        loading.set(trial.get() == null || trial.get().trial().index() != wantedTrial);
        tasks.of(() -> TrialDetails.read(stores.open(), data.charts(), shown.source(row)), this::accept, this.failure)
                .start();
    }

    private void accept(RunDetails read) {
        if (!read.run().equals(run.get())) {
            return;
        }
        details.set(read);
        if (read.trials().isEmpty()) {
            loading.set(false);
        } else {
            chooseTrial(read.trials().get(Math.min(wantedTrial, read.trials().size() - 1)));
        }
        summaries.read(read);
        answer.read(read);
    }

    private void accept(TrialDetails read) {
        RunRow row = run.get();
        if (row != null && read.trial().runId().equals(row.id()) && read.trial().index() == wantedTrial) {
            if (trial.get() == null || trial.get().trial().index() != wantedTrial) {
                picked.clear();
            }
            trial.set(read);
            loading.set(false);
        }
    }
}
