package org.faasnetlab.ui.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.Prices;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.experiment.PlanEstimate;
import org.faasnetlab.experiment.PlanRefusedException;
import org.faasnetlab.experiment.Preset;
import org.faasnetlab.experiment.PresetGroup;
import org.faasnetlab.experiment.RunListener;
import org.faasnetlab.experiment.Setting;
import org.faasnetlab.experiment.SettingException;
import org.faasnetlab.testbed.NetworkSettings;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.CurrentRun;
import org.faasnetlab.ui.common.InputField;
import org.faasnetlab.ui.common.Navigator;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.TestbedSession;
import org.faasnetlab.ui.common.TestbedStatus;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** An experiment before it runs: its preset, its settings, what it will take, and the start. */
public final class ExperimentViewModel {
    private static final TestbedLimits UNKNOWN_LIMITS =
            new TestbedLimits(Integer.MAX_VALUE, Duration.ZERO, Duration.ZERO);

    private final Texts texts = Texts.of(ExperimentViewModel.class);
    private final Lab lab;
    private final List<PresetGroup> groups;
    private final TestbedSession session;
    private final CurrentRun currentRun;
    private final BackgroundTasks tasks;
    private final Navigator navigator;
    private final Supplier<RunListener> listeners;
    private final PlanKeeping keeping;
    private final Prices prices = Prices.load();
    private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<SettingInput>> inputs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable PlanEstimate> estimate = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunCost> cost = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotRun = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable LabException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private ExperimentPlan base;
    private @Nullable ExperimentPlan plan;

    /**
     * @param groups the first preset of the first group is chosen at the beginning
     * @param listeners makes the listener of a run that is about to start
     */
    public ExperimentViewModel(
            Lab lab,
            List<PresetGroup> groups,
            TestbedSession session,
            CurrentRun currentRun,
            BackgroundTasks tasks,
            Navigator navigator,
            Supplier<RunListener> listeners) {
        this.lab = lab;
        this.groups = List.copyOf(groups);
        this.session = session;
        this.currentRun = currentRun;
        this.tasks = tasks;
        this.navigator = navigator;
        this.listeners = listeners;
        keeping = new PlanKeeping(tasks);
        Preset first = groups.get(0).presets().get(0);
        preset.set(first);
        base = first.plan();
        choose(first);
        session.network().subscribe(this::takeNetwork);
        session.status().subscribe(now -> judge());
        currentRun.active().subscribe(now -> judge());
    }

    List<PresetGroup> groups() {
        return groups;
    }

    ReadOnlyObjectProperty<Preset> preset() {
        return preset.getReadOnlyProperty();
    }

    /** The settings that apply to the preset, in their order. */
    ReadOnlyObjectProperty<List<SettingInput>> inputs() {
        return inputs.getReadOnlyProperty();
    }

    /** What the run will take, or null while a setting is not valid. */
    ReadOnlyObjectProperty<@Nullable PlanEstimate> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** What the run costs, or null while a setting is not valid. */
    ReadOnlyObjectProperty<@Nullable RunCost> cost() {
        return cost.getReadOnlyProperty();
    }

    /** Whether the user is to be asked before so much is measured. */
    boolean large() {
        PlanEstimate now = estimate.get();
        return now != null && now.large();
    }

    /** What the settings are of: the title of the preset, or of a plan that was opened. */
    ReadOnlyStringProperty heading() {
        return heading.getReadOnlyProperty();
    }

    /** What was opened or saved last, for the user; empty if nothing was. */
    ReadOnlyStringProperty news() {
        return news.getReadOnlyProperty();
    }

    /** The command that does the same; the last one that was valid. */
    ReadOnlyStringProperty command() {
        return command.getReadOnlyProperty();
    }

    /** Why the experiment cannot be run now, for the user; empty if nothing is in the way. */
    ReadOnlyStringProperty whyNotRun() {
        return whyNotRun.getReadOnlyProperty();
    }

    /** Whether a testbed must be set up first. */
    ObservableValue<Boolean> noTestbed() {
        return session.status().map(now -> now instanceof TestbedStatus.None || now instanceof TestbedStatus.Failed);
    }

    /** Why the last start failed, or null. */
    ReadOnlyObjectProperty<@Nullable LabException> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    /** Begins with a preset; what was typed before is gone. */
    void choose(Preset chosen) {
        base = chosen.plan();
        preset.set(chosen);
        heading.set(chosen.title());
        show(withNetwork(chosen, session.network().get()));
    }

    /** Begins with a plan of the user's own, which keeps its network; what was typed before is gone. */
    public void open(ExperimentPlan opened) {
        base = opened;
        groups.stream()
                .flatMap(group -> group.presets().stream())
                .filter(one -> one.name().equals(opened.preset()))
                .findFirst()
                .ifPresent(preset::set);
        heading.set(opened.title());
        show(opened);
    }

    /** Begins with the plan in a file. */
    void open(Path file) {
        problem.set(null);
        news.set("");
        keeping.open(
                file,
                opened -> {
                    open(opened);
                    news.set(texts.get("plan.opened", file.toString()));
                },
                problem::set);
    }

    /** Writes the experiment to a file; not possible while a setting is not valid. */
    void save(Path file) {
        problem.set(null);
        news.set("");
        if (plan != null) {
            keeping.save(file, plan, () -> news.set(texts.get("plan.saved", file.toString())), problem::set);
        }
    }

    /** A name for the file of the plan. */
    String suggestedFile() {
        return preset.get().name() + ".yaml";
    }

    private void show(ExperimentPlan start) {
        problem.set(null);
        news.set("");
        List<SettingInput> fresh = Arrays.stream(Setting.values())
                .filter(setting -> setting.appliesTo(start.transfer()))
                .map(setting -> SettingInput.of(setting, start, texts))
                .toList();
        inputs.set(fresh);
        fresh.forEach(input -> input.field().text().subscribe(now -> judge()));
    }

    /** Puts the preset's values back. */
    void restore() {
        choose(preset.get());
    }

    void goToTestbeds() {
        navigator.show(ScreenId.TESTBEDS);
    }

    void run() {
        inputs.get().forEach(input -> input.field().touch());
        Optional<Testbed> testbed = session.testbed();
        ExperimentPlan chosen = plan;
        if (!whyNotRun.get().isEmpty() || starting.get() || testbed.isEmpty() || chosen == null) {
            return;
        }
        problem.set(null);
        starting.set(true);
        RunListener listener = listeners.get();
        tasks.of(
                        () -> lab.runs().start(chosen, testbed.get(), listener),
                        started -> {
                            currentRun.started(started);
                            navigator.show(ScreenId.LIVE);
                        },
                        problem::set)
                .onEnd(() -> starting.set(false))
                .start();
    }

    /** A preset that needs a network of its own keeps it; all others get the testbed's. */
    private static ExperimentPlan withNetwork(Preset preset, NetworkSettings network) {
        ExperimentPlan plan = preset.plan();
        return plan.network().equals(NetworkSettings.REAL) ? plan.withNetwork(network) : plan;
    }

    private void takeNetwork(NetworkSettings network) {
        if (base != preset.get().plan()) {
            return;
        }
        ExperimentPlan start = withNetwork(preset.get(), network);
        inputs.get().stream()
                .filter(input -> SettingGroup.of(input.setting()) == SettingGroup.NETWORK)
                .forEach(input -> input.field().reset(input.setting().read(start)));
    }

    private void judge() {
        plan = typedPlan();
        TestbedLimits limits = session.testbed().map(Testbed::limits).orElse(UNKNOWN_LIMITS);
        if (plan != null) {
            command.set(CommandLine.of(preset.get(), plan));
        }
        try {
            PlanEstimate taken = plan == null ? null : PlanEstimate.of(plan);
            estimate.set(taken);
            cost.set(
                    plan == null || taken == null
                            ? null
                            : RunCost.of(plan, session.prices().get(), prices, taken.duration()));
            whyNotRun.set(findWhyNotRun(limits));
        } catch (PlanRefusedException refused) {
            estimate.set(null);
            cost.set(null);
            whyNotRun.set(refused.getMessage() + " " + refused.nextStep());
        }
    }

    private @Nullable ExperimentPlan typedPlan() {
        ExperimentPlan typed = base;
        try {
            for (SettingInput input : inputs.get()) {
                typed = input.writeTo(typed);
            }
            return typed;
        } catch (SettingException notYet) {
            return null; // its field says so
        }
    }

    private String findWhyNotRun(TestbedLimits limits) {
        Optional<InputField> wrong = inputs.get().stream()
                .map(SettingInput::field)
                .filter(field -> !field.valid().get())
                .findFirst();
        if (wrong.isPresent()) {
            return texts.get("blocked.field", wrong.get().label());
        }
        if (session.status().get() instanceof TestbedStatus.Starting) {
            return texts.get("blocked.starting");
        }
        if (session.testbed().isEmpty()) {
            return texts.get("blocked.noTestbed");
        }
        if (currentRun.active().get()) {
            return texts.get("blocked.run");
        }
        if (plan != null && plan.network().simulated() && !onThisComputer()) {
            return texts.get("blocked.network");
        }
        return plan != null && mostFunctions(plan) > limits.maxFunctions()
                ? texts.get("blocked.functions", String.valueOf(limits.maxFunctions()))
                : "";
    }

    private boolean onThisComputer() {
        return session.testbed()
                .filter(one -> one.name().equals(Testbed.THIS_COMPUTER))
                .isPresent();
    }

    private static int mostFunctions(ExperimentPlan plan) {
        return plan.factors().functions().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
