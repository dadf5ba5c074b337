package org.faasnetlab.ui.experiment;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;

/** The preset or plan that the user chose, with the settings they typed. */
final class ChosenPlan {
    private final DomainTexts domain = new DomainTexts();
    private final List<PresetGroup> groups;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Preset> preset;
    private final ReadOnlyObjectWrapper<List<SettingInput>> inputs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private ExperimentPlan base;
    private ExperimentPlan start;
    private @Nullable ExperimentPlan plan;

    /**
     * Starts with the first preset of the first group, without inputs until it is chosen.
     *
     * @param changed called after any change of the choice or of a setting
     */
    ChosenPlan(List<PresetGroup> groups, Runnable changed) {
        this.groups = List.copyOf(groups);
        this.changed = changed;
        preset = new ReadOnlyObjectWrapper<>(groups.get(0).presets().get(0));
        base = preset.get().plan();
        start = base;
    }

    List<PresetGroup> groups() {
        return groups;
    }

    ReadOnlyObjectProperty<Preset> preset() {
        return preset.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<SettingInput>> inputs() {
        return inputs.getReadOnlyProperty();
    }

    ReadOnlyStringProperty heading() {
        return heading.getReadOnlyProperty();
    }

    /** The plan with the typed settings, or null while a setting is invalid. */
    @Nullable
    ExperimentPlan plan() {
        return plan;
    }

    /** The plan with typed settings that differ from those the user started with; null if none do. */
    @Nullable
    ExperimentPlan editedPlan() {
        return plan == null || Setting.of(plan).equals(Setting.of(start)) ? null : plan;
    }

    /** The first invalid setting. */
    Optional<InputField> firstInvalid() {
        return inputs.get().stream()
                .map(SettingInput::field)
                .filter(field -> !field.valid().get())
                .findFirst();
    }

    /** Marks every field as touched, so that all problems are shown. */
    void touch() {
        inputs.get().forEach(input -> input.field().touch());
    }

    /** Chooses a preset, with the network that was chosen for the testbed, or with its own if that is null. */
    void choose(Preset chosen, @Nullable NetworkSettings network) {
        base = chosen.plan();
        preset.set(chosen);
        heading.set(domain.title(chosen));
        show(withNetwork(chosen, network));
    }

    /** Opens a user's plan, which keeps its network. */
    void open(ExperimentPlan opened) {
        base = opened;
        Optional<Preset> of = groups.stream()
                .flatMap(group -> group.presets().stream())
                .filter(each -> each.name().equals(opened.preset()))
                .findFirst();
        of.ifPresent(preset::set);
        heading.set(of.filter(each -> each.title().equals(opened.title()))
                .map(domain::title)
                .orElse(opened.title()));
        show(opened);
    }

    /** Applies the network that was chosen for the testbed to the settings of a preset, or its own if that is null. */
    void applyNetwork(@Nullable NetworkSettings network) {
        if (base != preset.get().plan()) {
            return;
        }
        ExperimentPlan fresh = withNetwork(preset.get(), network);
        start = fresh;
        inputs.get().stream()
                .filter(input -> SettingGroup.of(input.setting()) == SettingGroup.NETWORK)
                .forEach(input -> input.field().reset(input.setting().read(fresh)));
    }

    private void show(ExperimentPlan first) {
        start = first;
        List<SettingInput> fresh = Setting.ofType(start.type()).stream()
                .map(setting -> SettingInput.of(setting, start, domain))
                .toList();
        inputs.set(fresh);
        fresh.forEach(input -> input.field().text().subscribe(now -> read()));
    }

    private void read() {
        plan = typed();
        changed.run();
    }

    private @Nullable ExperimentPlan typed() {
        ExperimentPlan typed = base;
        try {
            for (SettingInput input : inputs.get()) {
                typed = input.writeTo(typed);
            }
            return typed;
        } catch (SettingException e) {
            return null; // its field shows the problem
        }
    }

    /** The network of the preset or of the opened plan, before any change. */
    NetworkSettings ownNetwork() {
        return base.network();
    }

    /** Types a value of a setting. */
    void set(Setting setting, String value) {
        inputs.get().stream()
                .filter(input -> input.setting().equals(setting))
                .forEach(input -> input.field().text().set(value));
    }

    /** Sets the fields of the network; the other fields stay. */
    void setNetwork(NetworkSettings network) {
        ExperimentPlan with = base.withNetwork(network);
        inputs.get().stream()
                .filter(input -> SettingGroup.of(input.setting()) == SettingGroup.NETWORK)
                .forEach(input -> input.field().reset(input.setting().read(with)));
    }

    private static ExperimentPlan withNetwork(Preset preset, @Nullable NetworkSettings network) {
        return network == null ? preset.plan() : preset.plan().withNetwork(network);
    }
}
