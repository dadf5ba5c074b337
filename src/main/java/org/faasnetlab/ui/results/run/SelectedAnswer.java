package org.faasnetlab.ui.results.run;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.report.RunAnswer;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.jspecify.annotations.Nullable;

/** The answer of the selected run to the question of its preset, from all its trials. For the FX thread. */
public final class SelectedAnswer {
    /** Analysing more would take several seconds of a processor while the user looks at the charts. */
    private static final long MAX_INTERVALS = 300_000;

    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final Supplier<RunAnalysis> analysis;
    private final Consumer<LabException> failure;
    private final ReadOnlyObjectWrapper<@Nullable RunAnswer> answer = new ReadOnlyObjectWrapper<>();
    private @Nullable RunDetails wanted;

    SelectedAnswer(
            RunStoreProvider stores,
            BackgroundTasks tasks,
            Supplier<RunAnalysis> analysis,
            Consumer<LabException> failure) {
        this.stores = stores;
        this.tasks = tasks;
        this.analysis = analysis;
        this.failure = failure;
    }

    /** Null until it is known, while the run is active, and for a run that is too large to be analyzed here. */
    public ReadOnlyObjectProperty<@Nullable RunAnswer> answer() {
        return answer.getReadOnlyProperty();
    }

    void read(@Nullable RunDetails run) {
        wanted = run;
        answer.set(null);
        if (run == null
                || run.run().status() == RunStatus.RUNNING
                || run.trials().isEmpty()) {
            return;
        }
        tasks.of(
                        () -> analyze(stores.open(), run),
                        found -> {
                            if (wanted == run) {
                                answer.set(found.orElse(null));
                            }
                        },
                        failure)
                .start();
    }

    private Optional<RunAnswer> analyze(RunReader store, RunDetails of) throws StoreException {
        long intervals = 0;
        for (TrialRow trial : of.trials()) {
            intervals += store.sums().count(of.run().id(), trial.index());
        }
        return intervals > MAX_INTERVALS
                ? Optional.empty()
                : Optional.of(RunAnswer.of(of.run(), analysis.get().read(store, of.run()), of.functions()));
    }
}
