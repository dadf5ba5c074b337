package org.faasnetlab.cli.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.run.record.RunTitle;

/** Formats plans and estimates. */
public final class PlanFormatter {
    private PlanFormatter() {}

    public static List<String> lines(ExperimentPlan plan, PlanEstimate estimate, String testbed) {
        List<String> lines = new ArrayList<>();
        lines.add(RunTitle.of(plan) + ". " + testbed + (plan.network().simulated() ? ", simulated network" : ""));
        lines.add(summary(estimate));
        lines.add(Setting.of(plan).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ")));
        lines.add("");
        return lines;
    }

    /** Trials, functions, time and bytes in one line. */
    public static String summary(PlanEstimate estimate) {
        return counted(estimate.trials(), "trial") + ", " + counted(estimate.functions(), "function") + ", about "
                + text(estimate.duration())
                + (estimate.bytesAtMost() == null ? "" : ", up to " + estimate.bytesAtMost());
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Seconds up to two minutes, then minutes, then hours. */
    private static String text(Duration duration) {
        long seconds = Math.max(1, (duration.toMillis() + 999) / 1000);
        if (seconds <= 120) {
            return seconds + " s";
        }
        long minutes = (seconds + 59) / 60;
        return minutes <= 120 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
    }
}
