package org.faasnetlab.cli.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.InvalidPlanException;
import org.faasnetlab.plan.PlanCost;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.PlanNotices;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.local.network.KernelNetworkProbe;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;

/** Formats plans and their estimates for the command line. */
public final class PlanFormatter {
    private final Presets presets;
    private final KernelNetworkProbe kernel;

    /** @param kernel checks the networks of plans that have one of the kernel */
    public PlanFormatter(Presets presets, KernelNetworkProbe kernel) {
        this.presets = presets;
        this.kernel = kernel;
    }

    /**
     * The forecast of a plan: its trials in their order, then time, bytes and cost, and what this computer lacks for its network.
     *
     * @throws InvalidPlanException if the plan cannot run
     */
    public List<String> forecast(ExperimentPlan plan) throws InvalidPlanException, InterruptedException {
        PlanEstimate estimate = PlanEstimate.of(plan);
        List<String> lines = new ArrayList<>(heading(plan, estimate, "Dry run"));
        lines.addAll(trials(plan));
        lines.add("");
        if (plan.repetition().ciWidthPercent() != null) {
            lines.add("Remaining trials of a cell are skipped once the CI of its median reaches ciWidth.");
        }
        lines.add("On this computer, the experiment is free. " + onAws(PlanCost.of(plan, PriceTable.bundled())));
        PlanNotices.place(plan).map(Phrase::toString).ifPresent(lines::add);
        lines.addAll(missing(plan.network()));
        return lines;
    }

    /** A plan may be meant for another computer, so that what is missing here is no error. */
    private List<String> missing(NetworkSettings network) throws InterruptedException {
        if (network.medium() != NetworkSettings.Medium.KERNEL) {
            return List.of();
        }
        try {
            kernel.require(network);
            return List.of();
        } catch (LabException e) {
            return List.of("This computer cannot run it: " + e.getMessage() + " " + e.nextStep());
        }
    }

    private static List<String> trials(ExperimentPlan plan) {
        Workload first = plan.trials().get(0).cell().workload();
        TextTable table = new TextTable()
                .right("TRIAL")
                .right("REPETITION")
                .right("MEMORY")
                .right("FUNCTIONS")
                .left("DIRECTION")
                .right(first.objectSize() == null ? "SECONDS" : "OBJECT")
                .right(first.type().parallelism().toUpperCase(Locale.ROOT) + "S");
        for (Trial trial : plan.trials()) {
            Cell cell = trial.cell();
            Workload workload = cell.workload();
            table.row(
                    String.valueOf(trial.index() + 1),
                    String.valueOf(trial.repetition() + 1),
                    cell.memoryMb() + " MB",
                    String.valueOf(cell.functions()),
                    workload.direction().id(),
                    length(workload),
                    String.valueOf(workload.parallelism()));
        }
        return table.lines();
    }

    private static String length(Workload workload) {
        Integer seconds = workload.measuredSeconds();
        return seconds == null ? workload.extent().label() : String.valueOf(seconds);
    }

    /** The cost of the plan on AWS, as a sentence. */
    public static String onAws(PlanCost cost) {
        return String.format(
                Locale.ROOT,
                "On AWS, the functions and their S3 requests would cost about %s US dollars at list prices for %s, %s; "
                        + "servers are extra.",
                cost.dollars(),
                cost.source().region(),
                cost.source().date());
    }

    /** Title, testbed, estimate and settings, then an empty line. */
    public List<String> heading(ExperimentPlan plan, PlanEstimate estimate, String testbed) {
        List<String> lines = new ArrayList<>();
        lines.add(presets.runTitle(plan) + ". " + testbed + (plan.network().simulated() ? ", simulated network" : ""));
        lines.add(summary(estimate));
        plan.workload()
                .notice(
                        Collections.max(plan.factors().functions()),
                        plan.factors().directions())
                .map(Phrase::toString)
                .ifPresent(lines::add);
        lines.add(Setting.of(plan).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ")));
        lines.add("");
        return lines;
    }

    /** Trials, functions, time and bytes in one line. */
    public static String summary(PlanEstimate estimate) {
        return pluralize(estimate.trials(), "trial") + ", " + pluralize(estimate.functions(), "function") + ", about "
                + text(estimate.duration())
                + (estimate.bytesAtMost() == null ? "" : ", up to " + estimate.bytesAtMost());
    }

    private static String pluralize(long number, String noun) {
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
