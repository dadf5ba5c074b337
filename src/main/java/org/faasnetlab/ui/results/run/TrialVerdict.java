package org.faasnetlab.ui.results.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.TrialData;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.jspecify.annotations.Nullable;

/**
 * The findings on the selected trial, computed in the background; none while the trial is active. For the FX thread.
 */
public final class TrialVerdict {
    /** This many intervals are read in a few seconds and need a few hundred megabytes. */
    private static final long MAX_INTERVALS = 1_000_000;

    private static final int MAX_TRIALS_OF_RUN = 20;

    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final Supplier<RunAnalysis> analysis;
    private final ReadOnlyObjectProperty<@Nullable RunRow> run;
    private final ReadOnlyObjectProperty<@Nullable TrialDetails> trial;
    private final ReadOnlyBooleanWrapper tooLarge = new ReadOnlyBooleanWrapper();
    private final Consumer<LabException> failure;
    private final ReadOnlyObjectWrapper<@Nullable TrialFindings> findings = new ReadOnlyObjectWrapper<>();

    TrialVerdict(
            RunStoreProvider stores,
            BackgroundTasks tasks,
            Supplier<RunAnalysis> analysis,
            ReadOnlyObjectProperty<@Nullable RunRow> run,
            ReadOnlyObjectProperty<@Nullable TrialDetails> trial,
            Consumer<LabException> failure) {
        this.stores = stores;
        this.tasks = tasks;
        this.analysis = analysis;
        this.run = run;
        this.trial = trial;
        this.failure = failure;
        trial.addListener((property, before, now) -> update(now));
    }

    /** Null until the analysis is complete. */
    public ReadOnlyObjectProperty<@Nullable TrialFindings> findings() {
        return findings.getReadOnlyProperty();
    }

    /** Whether the analysis was skipped because the trial has too many intervals. */
    public ReadOnlyBooleanProperty tooLarge() {
        return tooLarge.getReadOnlyProperty();
    }

    private void update(@Nullable TrialDetails now) {
        findings.set(null);
        tooLarge.set(false);
        RunRow of = run.get();
        if (now == null || of == null || now.trial().status() == RunStatus.RUNNING) {
            return;
        }
        tasks.of(
                        () -> analyze(analysis.get(), stores.open(), of, now.trial(), now.functions()),
                        found -> {
                            if (trial.get() == now) {
                                tooLarge.set(found.isEmpty());
                                findings.set(found.orElse(null));
                            }
                        },
                        failure)
                .start();
    }

    /**
     * The findings that judge a run that is over: of the first trial whose numbers cannot be trusted, else of its first
     * trial. Empty if no trial can be analyzed.
     */
    public static Optional<TrialFindings> ofRun(RunAnalysis analysis, RunReader store, String runId)
            throws StoreException {
        Optional<RunRow> run = store.run(runId);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        List<FunctionRow> functions = store.functions(runId);
        TrialFindings first = null;
        for (TrialRow trial :
                store.trials(runId).stream().limit(MAX_TRIALS_OF_RUN).toList()) {
            List<FunctionRow> own = functions.stream()
                    .filter(function -> function.trial() == trial.index())
                    .toList();
            Optional<TrialFindings> found = analyze(analysis, store, run.get(), trial, own);
            if (found.isPresent() && !found.get().verdict().isTrustworthy()) {
                return found;
            }
            first = first == null ? found.orElse(null) : first;
        }
        return Optional.ofNullable(first);
    }

    private static Optional<TrialFindings> analyze(
            RunAnalysis analysis, RunReader store, RunRow of, TrialRow trial, List<FunctionRow> functions)
            throws StoreException {
        int index = trial.index();
        if (store.sums().count(of.id(), index) > MAX_INTERVALS) {
            return Optional.empty();
        }
        TrialData data = new TrialData(
                trial,
                functions,
                store.intervals(of.id(), index),
                store.evidence(of.id()).stream()
                        .filter(evidence -> evidence.trial() == index)
                        .findFirst(),
                TrialData.ofTrial(trial, store.probes(of.id())));
        return Optional.of(analysis.of(of, data));
    }
}
