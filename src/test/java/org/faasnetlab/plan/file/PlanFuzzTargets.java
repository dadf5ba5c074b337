package org.faasnetlab.plan.file;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import org.faasnetlab.testing.run.RandomPlans;

/** Plan files, which users get from others. */
public final class PlanFuzzTargets {
    private PlanFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(target("plans in YAML", Path.of("plan.yaml")), target("plans in JSON", Path.of("plan.json")));
    }

    private static FuzzTarget target(String name, Path file) {
        PlanFiles plans = new PlanFiles(PRESETS);
        List<String> seeds = new ArrayList<>();
        RandomPlans random = new RandomPlans(1);
        try {
            for (int i = 0; i < 10; i++) {
                seeds.add(plans.write(file, random.next()));
            }
        } catch (SettingException e) {
            throw new IllegalStateException(e);
        }
        return FuzzTarget.ofText(name, seeds, Set.of(LabException.class), text -> plans.read(file, text))
                .covers(PlanFiles.class);
    }
}
