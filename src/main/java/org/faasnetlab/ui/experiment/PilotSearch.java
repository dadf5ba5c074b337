package org.faasnetlab.ui.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.comparison.PilotEstimate;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.stats.RepeatEstimate;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/** Finds how many repetitions of the chosen plan a precision takes, from the newest saved run that can be its pilot. */
final class PilotSearch {
    private final Lab lab;
    private final Texts texts;
    private final BackgroundTasks tasks;
    private final Consumer<LabException> problem;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Integer> repeats = new ReadOnlyObjectWrapper<>();

    private record Pilot(RunRow run, PilotEstimate estimate) {}

    /** @param problem receives a failure to read saved runs */
    PilotSearch(Lab lab, Texts texts, BackgroundTasks tasks, Consumer<LabException> problem) {
        this.lab = lab;
        this.texts = texts;
        this.tasks = tasks;
        this.problem = problem;
    }

    /** What was found, for the user; empty before a search. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** The estimated number of repetitions; null if it is unknown. */
    ReadOnlyObjectProperty<@Nullable Integer> repeats() {
        return repeats.getReadOnlyProperty();
    }

    void clear() {
        text.set("");
        repeats.set(null);
    }

    /** Searches the saved runs; the result is for the plan as it is now. */
    void search(ExperimentPlan plan) {
        clear();
        double percent = Objects.requireNonNullElse(
                plan.repetition().ciWidthPercent(), (double) RepeatEstimate.USUAL_WIDTH_PERCENT);
        String width = String.format(Locale.ROOT, "%.3g", percent).replaceAll("\\.?0+$", "");
        tasks.of(
                        () -> newest(lab.store(), plan, percent / 100),
                        found -> found.ifPresentOrElse(
                                pilot -> show(pilot, width), () -> text.set(texts.get("pilot.none"))),
                        problem)
                .start();
    }

    private static Optional<Pilot> newest(RunStore store, ExperimentPlan plan, double width) throws LabException {
        List<Cell> cells = plan.trials().stream().map(Trial::cell).distinct().toList();
        for (RunRow run : store.runs()) {
            if (run.preset().equals(plan.preset())) {
                Optional<PilotEstimate> estimate =
                        PilotEstimate.of(cells, RunComparison.ComparedRun.read(store, run, false), width);
                if (estimate.isPresent()) {
                    return Optional.of(new Pilot(run, estimate.get()));
                }
            }
        }
        return Optional.empty();
    }

    private void show(Pilot pilot, String width) {
        PilotEstimate estimate = pilot.estimate();
        repeats.set(estimate.repeats());
        String number = estimate.repeats() == null
                ? texts.get("pilot.many", String.valueOf(RepeatEstimate.MAX_REPEATS))
                : estimate.atMost() == null || estimate.atMost().equals(estimate.repeats())
                        ? texts.get("pilot.repeats", estimate.repeats().toString())
                        : texts.get(
                                "pilot.range",
                                estimate.repeats().toString(),
                                estimate.atMost().toString());
        text.set(texts.get(
                "pilot.found",
                number,
                width,
                pilot.run().id(),
                String.valueOf(estimate.measured()),
                String.valueOf(estimate.cells())));
    }
}
