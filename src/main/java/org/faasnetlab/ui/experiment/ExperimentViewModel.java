package org.faasnetlab.ui.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.file.PlanFiles;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;

/** An experiment before it runs: preset, settings, estimate and start. */
public final class ExperimentViewModel {
    private final Texts texts = Texts.of(ExperimentViewModel.class);
    private final Lab lab;
    private final TestbedSession session;
    private final CurrentRun currentRun;
    private final Navigation navigation;
    private final Supplier<RunProgress> progress;
    private final ChosenPlan chosen;
    private final PresetSearch presets;
    private final RunForecast forecast;
    private final PlanFileActions planFiles;
    private final PilotSearch pilots;
    private final ReadOnlyObjectWrapper<@Nullable LabException> problem = new ReadOnlyObjectWrapper<>();
    private final ExperimentQueue queue;

    /**
     * @param groups presets; the first preset of the first group is chosen initially
     * @param queue experiments that run after the active run
     * @param progress provides the progress of a run that is about to start
     */
    public ExperimentViewModel(
            Lab lab,
            List<PresetGroup> groups,
            TestbedSession session,
            CurrentRun currentRun,
            BackgroundTasks tasks,
            Navigation navigation,
            ExperimentQueue queue,
            Supplier<RunProgress> progress) {
        this.lab = lab;
        this.session = session;
        this.currentRun = currentRun;
        this.navigation = navigation;
        this.queue = queue;
        this.progress = progress;
        forecast = new RunForecast(texts, session, currentRun);
        planFiles = new PlanFileActions(new PlanFiles(lab.presets()), texts, tasks, problem::set);
        pilots = new PilotSearch(lab, texts, tasks, problem::set);
        presets = new PresetSearch(groups);
        chosen = new ChosenPlan(groups, this::update);
        restore();
        session.network().subscribe(chosen::applyNetwork);
        session.status().subscribe(now -> update());
        currentRun.active().subscribe(now -> update());
    }

    List<PresetGroup> groups() {
        return chosen.groups();
    }

    /** The presets that match the search. */
    ObservableList<Preset> shownPresets() {
        return presets.shown();
    }

    StringProperty presetSearch() {
        return presets.text();
    }

    /** The title of the group that begins with a preset in the list; else empty. */
    String headingBefore(Preset preset) {
        return presets.headingBefore(preset);
    }

    ReadOnlyObjectProperty<Preset> preset() {
        return chosen.preset();
    }

    /** The settings that apply to the preset, in display order. */
    ReadOnlyObjectProperty<List<SettingInput>> inputs() {
        return chosen.inputs();
    }

    /** The estimate of the run, or null while a setting is invalid. */
    ReadOnlyObjectProperty<@Nullable PlanEstimate> estimate() {
        return forecast.estimate();
    }

    /** The cost of the run, or null while a setting is invalid. */
    ReadOnlyObjectProperty<@Nullable RunCost> cost() {
        return forecast.cost();
    }

    /** Whether the run is so large that the user must confirm it. */
    boolean large() {
        PlanEstimate now = estimate().get();
        return now != null && now.isLarge();
    }

    /** What the testbed allows for the number of functions; empty while there is none. */
    ObservableValue<String> functionLimit() {
        return session.status()
                .map(now -> session.testbed()
                        .map(testbed -> texts.get(
                                "setting.functions.limit",
                                String.valueOf(testbed.limits().maxFunctions())))
                        .orElse(""));
    }

    /** The title of the preset or of the opened plan. */
    ReadOnlyStringProperty heading() {
        return chosen.heading();
    }

    /** A message about the plan file opened or saved last; empty if there is none. */
    ReadOnlyStringProperty message() {
        return planFiles.message();
    }

    /** The command line of the last valid settings. */
    ReadOnlyStringProperty command() {
        return forecast.command();
    }

    /** Why the experiment cannot be run now, for the user; empty if nothing prevents it. */
    ReadOnlyStringProperty runBlockedReason() {
        return forecast.blockedReason();
    }

    /** Whether a testbed must be started or opened first. */
    ObservableValue<Boolean> noTestbed() {
        return session.status().map(now -> now instanceof TestbedStatus.None || now instanceof TestbedStatus.Failed);
    }

    /** Why the last start failed, or null. */
    ReadOnlyObjectProperty<@Nullable LabException> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether nothing prevents the experiment from running now. */
    public ObservableValue<Boolean> runnable() {
        return starting().or(runBlockedReason().isNotEmpty()).not();
    }

    ReadOnlyBooleanProperty starting() {
        return currentRun.starting();
    }

    /** Chooses a preset and discards typed settings. */
    void choose(Preset preset) {
        clearMessages();
        chosen.choose(preset, session.network().get());
    }

    /** The plan with the user's changes of settings, which choosing a preset discards; null if there are none. */
    @Nullable
    ExperimentPlan editedPlan() {
        return chosen.editedPlan();
    }

    /** Which network applies where the testbed's and the experiment's differ; empty if there is nothing to say. */
    ReadOnlyStringProperty trafficNotice() {
        return forecast.trafficNotice();
    }

    ReadOnlyStringProperty networkNotice() {
        return forecast.networkNotice();
    }

    /** Replaces the network that applies by the other one of testbed and experiment. */
    void switchNetwork() {
        NetworkSettings ofTestbed = session.network().get();
        ExperimentPlan plan = chosen.plan();
        if (ofTestbed != null && plan != null) {
            chosen.setNetwork(plan.network().equals(ofTestbed) ? chosen.ownNetwork() : ofTestbed);
        }
    }

    /** Restores the preset's values. */
    void restore() {
        choose(preset().get());
    }

    /** Opens a user's plan, which keeps its network, and discards typed settings. */
    public void open(ExperimentPlan opened) {
        clearMessages();
        chosen.open(opened);
    }

    /** Whether a file is a plan, as opposed to results. */
    public boolean isPlan(Path file) {
        return planFiles.isPlan(file);
    }

    /** Opens the plan in a file. */
    public void open(Path file) {
        problem.set(null);
        planFiles.open(file, this::open);
    }

    /** Writes the experiment to a file; not possible while a setting is invalid. */
    void save(Path file) {
        clearMessages();
        ExperimentPlan plan = chosen.plan();
        if (plan != null) {
            planFiles.save(file, plan);
        }
    }

    /** A suggested name for the plan file. */
    String suggestedFile() {
        return preset().get().name() + ".yaml";
    }

    /** How many repetitions a precision takes, after a search; empty before. */
    ReadOnlyStringProperty pilotText() {
        return pilots.text();
    }

    /** The number of repetitions that a search has found; null if there is none. */
    ReadOnlyObjectProperty<@Nullable Integer> pilotRepeats() {
        return pilots.repeats();
    }

    /** Searches the saved runs for a pilot of the experiment; not possible while a setting is invalid. */
    void searchPilot() {
        clearMessages();
        ExperimentPlan plan = chosen.plan();
        if (plan != null) {
            pilots.search(plan);
        }
    }

    /** Sets the number of repetitions that was found. */
    void usePilot() {
        Integer repeats = pilotRepeats().get();
        if (repeats != null) {
            chosen.set(Setting.REPEATS, repeats.toString());
        }
        pilots.clear();
    }

    void goToTestbeds() {
        navigation.show(ScreenId.TESTBEDS);
    }

    /** Runs the first preset with its defaults. */
    public void runFirstPreset() {
        choose(groups().get(0).presets().get(0));
        run();
    }

    /** Starts the experiment on the testbed, if nothing prevents that. */
    public void run() {
        chosen.touch();
        Optional<Testbed> testbed = session.testbed();
        ExperimentPlan plan = chosen.plan();
        if (!runBlockedReason().get().isEmpty() || starting().get() || testbed.isEmpty() || plan == null) {
            return;
        }
        problem.set(null);
        navigation.show(ScreenId.LIVE);
        RunProgress shown = progress.get();
        currentRun.start(() -> lab.runs().start(plan, testbed.get(), shown), () -> {}, this::startFailed);
    }

    ExperimentQueue queue() {
        return queue;
    }

    /** Whether the experiment can be added to the queue. */
    public ReadOnlyBooleanProperty queueable() {
        return forecast.queueable();
    }

    /** Adds the experiment to the queue; returns whether it waits there. */
    boolean addToQueue() {
        chosen.touch();
        ExperimentPlan plan = chosen.plan();
        if (!queueable().get() || plan == null) {
            return false;
        }
        problem.set(null);
        try {
            queue.add(plan);
            return true;
        } catch (LabException notNow) {
            problem.set(notNow);
            return false;
        }
    }

    private void startFailed(LabException failure) {
        problem.set(failure);
        navigation.show(ScreenId.EXPERIMENT);
    }

    private void update() {
        forecast.update(chosen);
    }

    private void clearMessages() {
        problem.set(null);
        planFiles.clearMessage();
        pilots.clear();
    }
}
