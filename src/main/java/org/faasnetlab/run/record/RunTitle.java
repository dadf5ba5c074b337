package org.faasnetlab.run.record;

import java.util.stream.Collectors;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.preset.Presets;

/** The title by which users recognize a run, for example {@code iperf3 concurrent, download}. */
public final class RunTitle {
    private RunTitle() {}

    /** The title of the plan; for a single measurement without a custom title, a description of what it measures. */
    public static String of(ExperimentPlan plan) {
        boolean ofPreset = Presets.groups().get(0).presets().stream()
                .anyMatch(preset -> preset.name().equals(plan.preset())
                        && preset.plan().title().equals(plan.title()));
        return ofPreset ? describe(plan) : plan.title();
    }

    private static String describe(ExperimentPlan plan) {
        String directions =
                plan.factors().directions().stream().map(Direction::word).collect(Collectors.joining(" and "));
        boolean concurrent = plan.factors().functions().stream().anyMatch(functions -> functions > 1);
        return plan.type().title(directions, concurrent);
    }
}
