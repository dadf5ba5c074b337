package org.faasnetlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Setting;

/** Says what will run. */
final class PlanText {
    private PlanText() {}

    static List<String> lines(ExperimentPlan plan, String testbed) {
        int trials = plan.trials().size();
        List<String> lines = new ArrayList<>();
        lines.add(plan.title());
        lines.add(plan.preset() + ", " + trials + (trials == 1 ? " trial" : " trials") + ", on " + testbed
                + (plan.network().simulated() ? ", simulated network" : ""));
        lines.add(Setting.of(plan).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ")));
        lines.add("");
        return lines;
    }
}
