package org.faasnetlab.cli.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.aws.AwsAccountOptions;
import org.faasnetlab.cli.aws.AwsCommandHints;
import org.faasnetlab.cli.aws.LeaseParser;
import org.faasnetlab.cli.plan.PlanFormatter;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanCost;
import org.faasnetlab.plan.PlanNotices;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.local.LocalTestbed;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.RouteInterface;
import org.faasnetlab.testbed.local.iperf3.PortRange;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select the testbed: this computer, or a testbed on AWS. */
final class TestbedOptions {
    @Mixin
    private LocalOptions local = new LocalOptions();

    @Option(
            names = "--testbed",
            paramLabel = "NAME",
            description = "AWS testbed to measure on, created with 'faasnetlab aws setup' (default: this computer)")
    private @Nullable String name;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Option(names = "--outside", description = "Use the function outside the VPC (AWS only)")
    private boolean outside;

    /** @throws LabException if an option has an invalid value, or options contradict each other */
    void check() throws LabException {
        local.check();
        if (name == null && (account.isSpecified() || outside)) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "--profile, --region, and --outside require an AWS testbed.",
                    "Specify it with --testbed.");
        }
        if (name != null && local.isSpecified()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "--ports, --iperf3, and --server apply only to the local testbed.",
                    "Remove them, or remove --testbed.");
        }
        if (name != null) {
            SettingsValidator.requireName(name);
        }
    }

    /** @throws LabException if the plan has a workload that a server of the user cannot serve */
    void requireMeasurable(ExperimentPlan plan) throws LabException {
        ServerAddress server = local.address();
        if (server != null) {
            LocalTestbed.requireMeasurable(server, plan.type());
        }
    }

    /** The plan adapted to the testbed: on AWS and to a server of the user the network is not simulated. */
    ExperimentPlan adapted(ExperimentPlan plan) {
        return name == null && local.server == null ? plan : plan.withNetwork(NetworkSettings.REAL);
    }

    /**
     * Notes for the user before a run, or in place of it, about a server of the user, one per line; none without one.
     *
     * @throws LabException if its address is invalid
     */
    List<String> serverNotes(ExperimentPlan requested) throws LabException {
        ServerAddress server = local.address();
        if (server == null) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        if (requested.network().simulated()) {
            notes.add("Ignoring the simulated network of this plan: the way to a server of yours is real.");
        }
        if (requested.hasProbes()) {
            notes.add("Measuring without latency probes: a server of yours does not answer them.");
        }
        requested
                .fixedRate()
                .flatMap(rate -> RouteInterface.towards(server).flatMap(found -> found.warning(rate)))
                .map(Phrase::toString)
                .ifPresent(notes::add);
        if (!notes.isEmpty()) {
            notes.add("");
        }
        return notes;
    }

    /** Notes for the user before the run, one per line; none on this computer alone. */
    List<String> notes(ExperimentPlan requested, Testbed testbed) throws LabException {
        if (name == null) {
            return serverNotes(requested);
        }
        List<String> notes = new ArrayList<>();
        if (requested.network().simulated()) {
            notes.add("Ignoring the simulated network of this plan: AWS testbeds use the real network.");
        }
        if (testbed.limits().responseMode() == ResponseMode.BUFFERED) {
            notes.add("Lambda response streaming is unavailable: results appear after each trial.");
        }
        PlanNotices.on(testbed, requested).forEach(notice -> notes.add(notice.toString()));
        notes.add(PlanFormatter.onAws(PlanCost.of(adapted(requested), PriceTable.bundled())));
        notes.add("");
        return notes;
    }

    /** @param plan what to measure; a testbed on AWS that is too small for it is not opened */
    Testbed open(Lab lab, ExperimentPlan plan) throws LabException, InterruptedException {
        if (name == null) {
            return lab.startLocalTestbed(local.applyTo(lab.localDefaults()));
        }
        AwsTestbeds testbeds = account.testbeds(lab);
        int functions = Collections.max(plan.factors().functions());
        testbeds.requireCapacity(name, outside, functions, plan.type().needsServerPort() || plan.hasProbes());
        return testbeds.open(name, outside);
    }

    /**
     * Lines printed after the run: that a testbed on AWS still exists, until when, and what it costs; none on this
     * computer.
     */
    List<String> costReminder(Lab lab, Clock clock) {
        if (name == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        try {
            lines.add("Testbed " + name + " still exists" + leaseAndCost(account.testbeds(lab), name, clock.instant())
                    + ".");
        } catch (LabException e) {
            // The run is stored and valid; the cost of the testbed can be queried again.
            lines.add("Testbed " + name + " still exists; its cost is unknown. " + e.getMessage());
        }
        lines.add("Delete it with: " + new AwsCommandHints(account).teardown(name));
        return lines;
    }

    private static String leaseAndCost(AwsTestbeds testbeds, String name, Instant now) throws LabException {
        Optional<TestbedStack> stack = testbeds.find(name);
        if (stack.isEmpty()) {
            return "";
        }
        String lease = stack.get()
                .leaseEnd()
                .map(end -> "; its servers terminate in " + LeaseParser.format(Duration.between(now, end)))
                .orElse("");
        return lease + ". Server cost so far: "
                + testbeds.costSoFar(stack.get())
                        .map(sum -> MoneyFormatter.format(sum.dollars()))
                        .orElse("unknown");
    }

    /** The options of the testbed on this computer. */
    private static final class LocalOptions {
        @Option(
                names = "--ports",
                paramLabel = "FIRST-LAST",
                description = "Ports for the iperf3 servers, for example 5201-5300 (default: any free ports)")
        private @Nullable String ports;

        @Option(
                names = "--iperf3",
                paramLabel = "PATH",
                description = "iperf3 executable (default: iperf3 on the PATH)")
        private @Nullable String iperf3;

        @Option(
                names = "--server",
                paramLabel = "HOST[:PORT[-LAST]]",
                description = "Measure against iperf3 servers of yours, one port for each concurrent function"
                        + " (default: servers on this computer)")
        private @Nullable String server;

        boolean isSpecified() {
            return ports != null || iperf3 != null || server != null;
        }

        /** @throws LabException if an option has an invalid value, or options contradict each other */
        void check() throws LabException {
            range();
            address();
            if (server != null && ports != null) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "--ports applies only to the iperf3 servers of this computer.",
                        "Specify the ports of your servers with --server HOST:FIRST-LAST.");
            }
        }

        LocalTestbedSettings applyTo(LocalTestbedSettings defaults) throws LabException {
            PortRange range = range();
            return new LocalTestbedSettings(
                    iperf3 == null ? defaults.iperf3() : iperf3,
                    range == null ? defaults.iperf3Ports() : range,
                    defaults.maxFunctions(),
                    defaults.functionTimeout(),
                    defaults.workDirectory(),
                    address());
        }

        private @Nullable ServerAddress address() throws LabException {
            if (server == null) {
                return null;
            }
            try {
                return ServerAddress.parse(server);
            } catch (IllegalArgumentException e) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Invalid value --server=" + server + ": " + e.getMessage() + ".",
                        "Specify the host on which you started iperf3 -s.",
                        e);
            }
        }

        private @Nullable PortRange range() throws LabException {
            if (ports == null) {
                return null;
            }
            try {
                return PortRange.parse(ports);
            } catch (IllegalArgumentException e) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Invalid value --ports=" + ports + ": " + e.getMessage() + ".",
                        "Specify the first and the last port, for example 5201-5300.",
                        e);
            }
        }
    }
}
