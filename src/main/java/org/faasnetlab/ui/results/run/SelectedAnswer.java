package org.faasnetlab.ui.results.run;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.MethodsCard;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.report.RunAnswer;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;
import org.jspecify.annotations.Nullable;

/** The answer of the selected run to the question of its preset, from all its trials. For the FX thread. */
public final class SelectedAnswer {
    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final Supplier<RunAnalysis> analysis;
    private final Consumer<LabException> failure;
    private final ReadOnlyObjectWrapper<@Nullable RunAnswer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable MethodsCard> method = new ReadOnlyObjectWrapper<>();
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

    /** Null until it is known, and while the run is active. */
    public ReadOnlyObjectProperty<@Nullable RunAnswer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** How well the run follows the rules of measuring; null while the answer is. */
    public ReadOnlyObjectProperty<@Nullable MethodsCard> method() {
        return method.getReadOnlyProperty();
    }

    void read(@Nullable RunDetails run) {
        wanted = run;
        answer.set(null);
        method.set(null);
        if (run == null
                || run.run().status() == RunStatus.RUNNING
                || run.trials().isEmpty()) {
            return;
        }
        tasks.of(
                        () -> analysis.get().read(stores.open(), run.run()),
                        found -> {
                            if (wanted == run) {
                                method.set(MethodsCard.of(run.run(), found));
                                answer.set(RunAnswer.of(run.run(), found, run.functions()));
                            }
                        },
                        failure)
                .start();
    }
}
