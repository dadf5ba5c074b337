package org.faasnetlab.plan.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.NameSuggester;
import org.faasnetlab.plan.Settings;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.workload.Workloads;

/** The predefined experiments with the known workloads, and the plans of saved runs, each of which has a preset. */
public final class Presets {
    private final Workloads workloads;
    private final Settings settings;
    private final List<PresetGroup> groups;
    private final List<Preset> all;

    /** The presets of this program. */
    public Presets(Workloads workloads) {
        this(workloads, programGroups());
    }

    /** @param groups in display order; the first is of single measurements */
    public Presets(Workloads workloads, List<PresetGroup> groups) {
        this.workloads = workloads;
        this.settings = new Settings(workloads);
        this.groups = List.copyOf(groups);
        this.all = groups.stream().flatMap(group -> group.presets().stream()).toList();
    }

    private static List<PresetGroup> programGroups() {
        List<PresetGroup> groups = new ArrayList<>(GeneralPresets.groups());
        groups.add(new PresetGroup("Figures of the 2019 study", StudyPresets.all()));
        return groups;
    }

    public Workloads workloads() {
        return workloads;
    }

    /** The settings of the known workloads. */
    public Settings settings() {
        return settings;
    }

    /** All presets grouped by purpose, in display order. */
    public List<PresetGroup> groups() {
        return groups;
    }

    /** All presets, in display order. */
    public List<Preset> all() {
        return all;
    }

    /**
     * The preset with this name.
     *
     * @throws LabException if there is no preset of that name
     */
    public Preset byName(String name) throws LabException {
        String typed = name.strip();
        return all.stream()
                .filter(preset -> preset.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> unknown(typed));
    }

    private LabException unknown(String name) {
        List<String> names = all.stream().map(Preset::name).toList();
        return new LabException(
                LabException.Kind.BAD_INPUT,
                Phrase.of("Unknown preset \"{0}\".", name),
                Phrase.of("{0}Available presets: {1}.", NameSuggester.question(name, names), String.join(", ", names)));
    }

    /**
     * The plan of a saved run: its preset with all its settings.
     *
     * @throws LabException if the run was made by a version with other presets or settings
     */
    public ExperimentPlan restore(RunRow run) throws LabException {
        if (run.testbedKind() == TestbedKind.IMPORTED) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("Run {0} was imported, so the experiment that it measured is unknown.", run.id()),
                    Phrase.of("Choose a preset."));
        }
        ExperimentPlan plan = settings.apply(byName(run.preset()).plan(), run.settings());
        return runTitle(plan).equals(run.title()) ? plan : plan.withTitle(run.title());
    }

    /**
     * The title by which users recognize an experiment while it waits, in Live and as a run: the title of its plan, which is
     * that of its preset unless users gave another one. A single measurement whose directions or concurrency were changed,
     * so that the title of its preset may be wrong, is described instead, for example {@code iperf3 concurrent, upload}.
     */
    public String runTitle(ExperimentPlan plan) {
        boolean otherwise = groups.get(0).presets().stream()
                .filter(preset -> preset.name().equals(plan.preset()))
                .filter(preset -> preset.title().equals(plan.title()))
                .anyMatch(preset -> !description(preset.plan()).equals(description(plan)));
        return otherwise ? description(plan) : plan.title();
    }

    private static String description(ExperimentPlan plan) {
        String directions =
                plan.factors().directions().stream().map(Direction::id).collect(Collectors.joining(" and "));
        boolean concurrent = plan.factors().functions().stream().anyMatch(functions -> functions > 1);
        return plan.type().title(directions, concurrent);
    }
}
