package org.faasnetlab.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.Prices;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.experiment.PlanCost;
import org.faasnetlab.experiment.Transfer;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.invoke.AnswerMode;
import org.faasnetlab.testbed.NetworkSettings;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.SettingsCheck;
import org.faasnetlab.testbed.aws.TestbedStack;
import org.faasnetlab.testbed.aws.testbeds.AwsTestbeds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where a run measures: on this computer, or on a testbed on AWS. */
final class RunTestbed {
    @Mixin
    private LocalTestbedOptions local = new LocalTestbedOptions();

    @Option(
            names = "--testbed",
            paramLabel = "NAME",
            description =
                    "Measure on this testbed on AWS; 'faasnetlab aws setup' makes one. Without it, on this computer.")
    private @Nullable String name;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Option(names = "--outside", description = "On AWS, measure with the function outside the VPC.")
    private boolean outside;

    /** @throws LabException if an option has a value that cannot be, or they do not go together */
    void check() throws LabException {
        local.check();
        if (name == null && (account.given() || outside)) {
            throw new InputException(
                    "--profile, --region and --outside are for a testbed on AWS.", "Name it with --testbed.");
        }
        if (name != null && local.given()) {
            throw new InputException(
                    "--ports and --iperf3 are for the testbed on this computer.", "Leave them out with --testbed.");
        }
        if (name != null) {
            SettingsCheck.requireName(name);
        }
    }

    /** The plan as it can run there: AWS's network is not simulated. */
    ExperimentPlan fitted(ExperimentPlan plan) {
        return name == null ? plan : plan.withNetwork(NetworkSettings.REAL);
    }

    /** What the user has to know before the run, in lines; nothing on this computer. */
    List<String> notes(ExperimentPlan wanted, Testbed testbed) {
        if (name == null) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        if (wanted.network().simulated()) {
            notes.add("The simulated network of this plan is left out: on AWS the network is real.");
        }
        if (testbed.limits().answers() == AnswerMode.BUFFERED) {
            notes.add("Lambda does not stream answers here: figures come after each trial.");
        }
        notes.add(PlanForecast.onAws(PlanCost.of(fitted(wanted), Prices.load())));
        notes.add("");
        return notes;
    }

    /** @param plan what is to be measured; a testbed on AWS without room for it is not opened */
    Testbed open(Lab lab, ExperimentPlan plan) throws LabException, InterruptedException {
        if (name == null) {
            return lab.startLocalTestbed(local.applyTo(lab.localDefaults()));
        }
        AwsTestbeds testbeds = account.in(lab);
        int functions = Collections.max(plan.factors().functions());
        testbeds.requireRoom(name, outside, functions, plan.transfer() == Transfer.IPERF3);
        return testbeds.open(name, outside);
    }

    /** After the run: that a testbed on AWS stays, until when, and what it costs; nothing on this computer. */
    List<String> reminder(Lab lab, Clock clock) {
        if (name == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        try {
            lines.add("The testbed " + name + " stays" + leaseAndCost(account.in(lab), name, clock.instant()) + ".");
        } catch (LabException unknown) {
            // The run is kept and counts; what the testbed costs can be asked again.
            lines.add("The testbed " + name + " stays; what it costs is not known. " + unknown.getMessage());
        }
        lines.add("Take it away with: " + new AwsCommands(account).teardown(name));
        return lines;
    }

    private static String leaseAndCost(AwsTestbeds testbeds, String name, Instant now) throws LabException {
        Optional<TestbedStack> stack = testbeds.find(name);
        if (stack.isEmpty()) {
            return "";
        }
        String lease = stack.get()
                .leaseEnd()
                .map(end -> "; its servers end themselves in " + Lease.words(Duration.between(now, end)))
                .orElse("");
        return lease + ". Cost of the servers so far: "
                + testbeds.soFar(stack.get())
                        .map(sum -> MoneyFormatter.format(sum.dollars()))
                        .orElse("unknown");
    }
}
