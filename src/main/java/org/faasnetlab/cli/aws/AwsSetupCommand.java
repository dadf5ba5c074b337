package org.faasnetlab.cli.aws;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.InterruptibleWork;
import org.faasnetlab.cli.common.Interrupts;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerTypes;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a testbed, or resumes its creation. */
@Command(
        name = "setup",
        header = "Create a testbed in your AWS account, after confirmation (incurs costs)",
        description = {
            "Shows the cost, checks the account, asks for confirmation, and creates servers, bucket, and functions, which takes several "
                    + "minutes. After Ctrl-C, run the same command again to resume, on this or another computer.",
        })
final class AwsSetupCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final Confirmation confirmation;
    private final InterruptibleWork work;
    private final Clock clock;
    private final DateTimeFormatter time;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Mixin
    private AwsSettingsOptions options = new AwsSettingsOptions();

    @Option(
            names = "--continue",
            description = "Resume the creation of this testbed with its original settings, on any computer")
    private boolean resume;

    @Option(names = "--force", description = "Create the testbed even if the checks find a problem")
    private boolean force;

    @Option(names = "--yes", description = "Skip the confirmation prompt")
    private boolean yes;

    AwsSetupCommand(
            Terminal terminal,
            DataOption data,
            Confirmation confirmation,
            Interrupts interrupts,
            Clock clock,
            ZoneId zone) {
        this.terminal = terminal;
        this.data = data;
        this.confirmation = confirmation;
        this.work = new InterruptibleWork(interrupts);
        this.clock = clock;
        this.time = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    }

    @Override
    public Integer call() throws LabException, InterruptedException {
        if (!yes && !resume) {
            confirmation.requireInteractive("Creating a testbed");
        }
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            if (resume) {
                AwsTestbedSettings own = testbeds.find(options.name())
                        .flatMap(TestbedStack::settings)
                        .orElse(options.settings(testbeds.region()));
                return create(
                        testbeds,
                        listener -> testbeds.resume(
                                options.name(), options.memorySizes(own), listener, new Cancellation()));
            }
            AwsTestbedSettings settings = options.settings(testbeds);
            CreationPlan plan =
                    testbeds.plan(settings, options.functions(), true).withMemorySizes(options.memorySizes(settings));
            AwsIdentity identity = testbeds.identity();
            requireServers(testbeds, settings);
            terminal.print("Testbed " + settings.name() + " in " + testbeds.region() + ", account " + identity.account()
                    + " as " + identity.arn());
            terminal.print("");
            terminal.printLines(plan.resources().lines().toList());
            terminal.print("");
            terminal.printLines(plan.cost().lines().toList());
            terminal.print("");
            if (!checksPass(testbeds, settings)) {
                return ExitCode.FAILED;
            }
            if (!yes && !confirmation.isConfirmed("Create this testbed?")) {
                terminal.print("Cancelled. No resources were created.");
                return ExitCode.OK;
            }
            return create(
                    testbeds,
                    listener -> testbeds.create(settings, options.memorySizes(settings), listener, new Cancellation()));
        }
    }

    /** Runs the preflight checks, unless the testbed exists and its creation is resumed. */
    private boolean checksPass(AwsTestbeds testbeds, AwsTestbedSettings settings)
            throws LabException, InterruptedException {
        boolean exists = testbeds.find(settings.name())
                .flatMap(TestbedStack::settings)
                .filter(settings::equals)
                .isPresent();
        if (exists) {
            return true;
        }
        long problems = new AwsPreflightCommand.Checks(terminal).run(testbeds, settings, options.functions());
        terminal.print("");
        if (problems > 0 && !force) {
            terminal.printError("No resources were created, because the checks found "
                    + (problems == 1 ? "a problem" : problems + " problems")
                    + ". To create the testbed anyway, add --force.");
            return false;
        }
        return true;
    }

    /**
     * Checks the instance type before anything is created. Without the permission the creation continues: AWS itself
     * refuses the servers then.
     */
    private void requireServers(AwsTestbeds testbeds, AwsTestbedSettings settings) throws LabException {
        List<String> zones;
        try {
            zones = testbeds.zonesOffering(settings.serverType());
        } catch (AwsAccessException e) {
            terminal.printError(
                    "Cannot check whether " + settings.zone() + " offers the instance type: " + e.getMessage());
            return;
        }
        ServerTypes.requireOffered(settings, testbeds.region(), zones);
    }

    @FunctionalInterface
    private interface Creation {
        ReadyTestbed run(CreationListener listener) throws LabException, InterruptedException;
    }

    private int create(AwsTestbeds testbeds, Creation creation) throws LabException {
        return work.run(() -> report(created(testbeds, creation)), this::printInterrupted);
    }

    private ReadyTestbed created(AwsTestbeds testbeds, Creation creation) throws LabException, InterruptedException {
        try {
            return creation.run(new AwsSetupPrinter(terminal, clock));
        } catch (LabException e) {
            terminal.printError(existing(testbeds));
            throw e;
        }
    }

    /** What exists after a failure, and what it costs. */
    private String existing(AwsTestbeds testbeds) {
        String teardown = next().teardown(options.name());
        try {
            Optional<TestbedStack> stack = testbeds.find(options.name());
            if (stack.isEmpty()) {
                return "No resources were created.";
            }
            int running = testbeds.runningServers(stack.get());
            if (running == 0) {
                return "No servers are running, so the testbed incurs no costs. Delete what exists with: " + teardown;
            }
            String end = stack.get().leaseEnd().map(time::format).orElse("the end of the lease");
            return (running == 1 ? "1 server is" : running + " servers are") + " running and "
                    + (running == 1 ? "incurs" : "incur") + " costs until " + end + ". Delete the testbed with: "
                    + teardown;
        } catch (LabException e) {
            return "Servers that were created incur costs until the lease expires. Delete the testbed with: "
                    + teardown;
        }
    }

    private int report(ReadyTestbed ready) {
        Instant end = ready.description().leaseEnd();
        terminal.print("Testbed " + options.name() + " is ready. Its servers terminate at " + time.format(end) + ".");
        if (!ready.streaming()) {
            terminal.print("Lambda response streaming is unavailable: results appear after each trial.");
        }
        terminal.printLines(
                List.of("Measure:  " + next().run(options.name()), "Delete:   " + next().teardown(options.name())));
        return ExitCode.OK;
    }

    private void printInterrupted() {
        terminal.printError("");
        terminal.printError(
                "Interrupted. AWS completes the current step, and the resources incur costs until the lease expires.");
        terminal.printError("Resume:   " + next().resume(options.name()));
        terminal.printError("Delete:   " + next().teardown(options.name()));
    }

    private AwsCommandHints next() {
        return new AwsCommandHints(account);
    }
}
