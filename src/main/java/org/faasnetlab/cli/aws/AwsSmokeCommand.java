package org.faasnetlab.cli.aws;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ElapsedTimePrinter;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Interrupts;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.AtomicFileWriter;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.smoke.SmokeReport;
import org.faasnetlab.run.smoke.SmokeStep;
import org.faasnetlab.run.smoke.SmokeTest;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tests the AWS testbed in a real account. */
@Command(
        name = "smoke",
        header = "Test in your AWS account, for less than a dollar, whether everything works",
        description = {
            "Shows the cost, asks for confirmation, creates a testbed with a lease of 15 minutes, probes three memory sizes, "
                    + "extends the lease, measures once with iperf3 and S3 in each direction, the round-trip time, latency and the bandwidth "
                    + "outside the VPC, deletes the testbed, and scans for leftover resources. "
                    + "Writes a report without secrets and IDs, to attach to a bug report. Exits with code 1 if a step fails.",
        })
final class AwsSmokeCommand implements Callable<Integer> {
    private final String version;
    private final Terminal terminal;
    private final DataOption data;
    private final Confirmation confirmation;
    private final Interrupts interrupts;
    private final Clock clock;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Mixin
    private AwsNetworkOptions network = new AwsNetworkOptions();

    @Mixin
    private AwsAccountRuleOptions rules = new AwsAccountRuleOptions();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Availability Zone (default: the first of the Region that offers the instance type)")
    private @Nullable String zone;

    @Option(
            names = "--outside-servers",
            paramLabel = "N",
            description =
                    "Number of public iperf3 servers for a function outside the VPC, 0 to 4 (default: 1, and 0 in an "
                            + "existing VPC without --public-subnet)")
    private @Nullable Integer outsideServers;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "faasnetlab-smoke.json",
            description = "File for the report (default: ${DEFAULT-VALUE})")
    private Path file = Path.of("faasnetlab-smoke.json");

    @Option(names = "--yes", description = "Skip the confirmation prompt")
    private boolean yes;

    AwsSmokeCommand(
            String version,
            Terminal terminal,
            DataOption data,
            Confirmation confirmation,
            Interrupts interrupts,
            Clock clock) {
        this.version = version;
        this.terminal = terminal;
        this.data = data;
        this.confirmation = confirmation;
        this.interrupts = interrupts;
        this.clock = clock;
    }

    @Override
    public Integer call() throws LabException {
        if (!yes) {
            confirmation.requireInteractive("Creating a testbed");
        }
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            AwsNetwork chosen = network.network();
            int usual = SmokeTest.canHavePublicServer(chosen) ? 1 : 0;
            AwsTestbedSettings settings = rules.addTo(SmokeTest.settings(testbeds, zone).toBuilder())
                    .network(chosen)
                    .outsideServers(outsideServers == null ? usual : outsideServers)
                    .build();
            SettingsValidator.require(settings, testbeds.region());
            Cost cost = SmokeTest.maxCost(testbeds, settings);
            terminal.print(
                    "The smoke test costs at most " + MoneyFormatter.format(cost.dollars()) + ". " + cost.basis());
            terminal.print("It creates testbed " + settings.name() + " in " + testbeds.region()
                    + (settings.outsideServers() == 0 ? "" : ", with a server that has a public address")
                    + ", measures for some minutes, and deletes it.");
            if (!yes && !confirmation.isConfirmed("Run the smoke test?")) {
                terminal.print("Cancelled. No resources were created.");
                return ExitCode.OK;
            }
            return run(lab, testbeds, settings);
        }
    }

    // The registration must be closed last, when the report is written.
    private int run(Lab lab, AwsTestbeds testbeds, AwsTestbedSettings settings) throws LabException {
        ElapsedTimePrinter lines = new ElapsedTimePrinter(terminal, clock);
        SmokeTest test = new SmokeTest(
                lab,
                version,
                clock,
                new AwsSetupPrinter(terminal, clock),
                AwsTeardownCommand.printing(lines),
                step -> lines.print(text(step)));
        AtomicBoolean stopped = new AtomicBoolean();
        Thread caller = Thread.currentThread();
        try (Interrupts.Registration registration = interrupts.onInterrupt(
                () -> {
                    stopped.set(true);
                    printCancelled();
                    test.cancel();
                },
                () -> {
                    stopped.set(true);
                    printInterrupted();
                    caller.interrupt();
                })) {
            SmokeReport report = test.run(testbeds, settings);
            Thread.interrupted(); // Else the report could not be written.
            AtomicFileWriter.write(file, report::writeTo);
            terminal.print("");
            if (stopped.get()) {
                terminal.print("The smoke test was cancelled. The report is in " + file + ".");
                return ExitCode.STOPPED;
            }
            return printResult(report);
        }
    }

    private int printResult(SmokeReport report) {
        terminal.print(
                report.passed()
                        ? "The smoke test passed. The report is in " + file + "."
                        : "The smoke test failed. Attach " + file + " to a bug report; it contains no secrets or IDs.");
        return report.passed() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String text(SmokeStep step) {
        return step.name() + ": " + step.state().name().toLowerCase(Locale.ROOT)
                + (step.detail().isEmpty() ? "" : ". " + step.detail());
    }

    private void printCancelled() {
        terminal.printError("");
        terminal.printError(
                "Cancelling. What was created is deleted, which takes some minutes; press Ctrl-C again to stop.");
    }

    private void printInterrupted() {
        terminal.printError("");
        terminal.printError("Interrupted. The server terminates at the end of its lease of 15 minutes.");
        terminal.printError("Delete:   " + new AwsCommandHints(account).teardown(SmokeTest.TESTBED));
    }
}
