package org.faasnetlab.ui.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;

/**
 * Experiments that run one after the other. When a run has ended and is stored, the first one that waits starts; after a
 * run that the user cancelled, and when the first one cannot run, all of them keep waiting until the user starts the next.
 * Used on the window's thread; not saved.
 */
public final class ExperimentQueue {
    private final Texts texts = Texts.of(ExperimentQueue.class);
    private final Lab lab;
    private final TestbedSession session;
    private final CurrentRun currentRun;
    private final Supplier<RunProgress> progress;
    private final RunConditions conditions;
    private final ObservableList<QueuedExperiment> waiting = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper halted = new ReadOnlyStringWrapper("");
    private final BooleanBinding canStart;
    private int added;

    /** @param progress provides the progress of a run that is about to start */
    public ExperimentQueue(
            Lab lab,
            TestbedSession session,
            CurrentRun currentRun,
            BackgroundTasks tasks,
            Supplier<RunProgress> progress) {
        this.lab = lab;
        this.session = session;
        this.currentRun = currentRun;
        this.progress = progress;
        conditions = new RunConditions(texts, session);
        canStart = Bindings.isEmpty(waiting)
                .or(currentRun.active())
                .or(currentRun.starting())
                .not();
        currentRun.run().subscribe((before, now) -> {
            halted.set("");
            if (now == null) {
                // Everyone else learns of the end first.
                tasks.onWindow(this::runEnded);
            }
        });
    }

    /** The experiments that wait, the next one first. */
    ObservableList<QueuedExperiment> waiting() {
        return waiting;
    }

    /** Why the next experiment has not started, for the user; empty if nothing prevents it. */
    ReadOnlyStringProperty halted() {
        return halted.getReadOnlyProperty();
    }

    /** Whether the user can start the next experiment: one waits, and no run is active. */
    BooleanBinding canStart() {
        return canStart;
    }

    /** How many experiments wait. */
    public int size() {
        return waiting.size();
    }

    /** The estimated duration of all that wait. */
    Duration duration() {
        return waiting.stream().map(one -> one.estimate().duration()).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Adds a plan at the end, for the current testbed.
     *
     * @throws LabException if the plan cannot run on it
     */
    public void add(ExperimentPlan plan) throws LabException {
        String reason = conditions.blockedReason(plan);
        if (!reason.isEmpty()) {
            throw new LabException(LabException.Kind.BAD_INPUT, reason, texts.get("queue.not.added"));
        }
        String testbed = session.testbed().map(Testbed::qualifiedName).orElse("");
        waiting.add(new QueuedExperiment(++added, plan, lab.presets().runTitle(plan), testbed, PlanEstimate.of(plan)));
    }

    void remove(QueuedExperiment experiment) {
        waiting.remove(experiment);
        if (waiting.isEmpty()) {
            halted.set("");
        }
    }

    /** Moves an experiment by some places, negative towards the front, as far as there are places. */
    void move(QueuedExperiment experiment, int places) {
        int from = waiting.indexOf(experiment);
        int to = Math.max(0, Math.min(from + places, waiting.size() - 1));
        if (from >= 0 && from != to) {
            waiting.remove(from);
            waiting.add(to, experiment);
        }
    }

    /** Removes all, and returns them for {@link #restore}. */
    List<QueuedExperiment> clear() {
        List<QueuedExperiment> removed = List.copyOf(waiting);
        waiting.clear();
        halted.set("");
        return removed;
    }

    /** Puts removed experiments back to the front. */
    void restore(List<QueuedExperiment> removed) {
        waiting.addAll(0, removed);
    }

    /** Starts the first experiment on the current testbed, also if it was added for another one. */
    void startNext() {
        if (canStart.get()) {
            start(waiting.get(0));
        }
    }

    private void runEnded() {
        if (!canStart.get()) {
            return;
        }
        Optional<RunStatus> status = currentRun.lastEnded().map(RunRow::status);
        if (status.isEmpty() || status.get() == RunStatus.CANCELLED) {
            halted.set(texts.get(status.isEmpty() ? "queue.halted.unexpected" : "queue.halted.cancelled"));
            return;
        }
        QueuedExperiment next = waiting.get(0);
        Optional<String> testbed = session.testbed().map(Testbed::qualifiedName);
        if (testbed.isPresent() && !testbed.get().equals(next.testbed())) {
            halted.set(texts.get("queue.halted.testbed", next.title(), next.testbed(), testbed.get()));
            return;
        }
        start(next);
    }

    private void start(QueuedExperiment next) {
        String reason = conditions.blockedReason(next.plan());
        Optional<Testbed> testbed = session.testbed();
        if (!reason.isEmpty() || testbed.isEmpty()) {
            halted.set(texts.get("queue.halted.reason", next.title(), reason));
            return;
        }
        RunProgress shown = progress.get();
        halted.set("");
        currentRun.start(
                () -> lab.runs().start(next.plan(), testbed.get(), shown),
                () -> waiting.remove(next),
                failure -> halted.set(texts.get("queue.halted.reason", next.title(), new DomainTexts().text(failure))));
    }
}
