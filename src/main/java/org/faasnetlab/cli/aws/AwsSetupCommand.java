package org.faasnetlab.cli.aws;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.InterruptibleWork;
import org.faasnetlab.cli.common.Interrupts;
import org.faasnetlab.cli.common.LabOpener;
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

/** Sets a testbed up, or goes on with one. */
@Command(
        name = "setup",
        header = "Create a testbed in your AWS account, after confirmation (incurs costs)",
        description = {
            "Shows the cost, asks for confirmation, and creates servers, bucket, and functions, which takes several "
                    + "minutes. After Ctrl-C, run the same command again to resume, on this or another computer.",
        })
final class AwsSetupCommand implements Callable<Integer> {
    private final Terminal screen;
    private final LabOpener opener;
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
    private boolean goOn;

    @Option(names = "--yes", description = "Skip the confirmation prompt")
    private boolean yes;

    AwsSetupCommand(
            Terminal screen,
            LabOpener opener,
            DataOption data,
            Confirmation confirmation,
            Interrupts interrupts,
            Clock clock,
            ZoneId zone) {
        this.screen = screen;
        this.opener = opener;
        this.data = data;
        this.confirmation = confirmation;
        this.work = new InterruptibleWork(interrupts);
        this.clock = clock;
        this.time = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    }

    @Override
    public Integer call() throws LabException {
        if (!yes && !goOn) {
            confirmation.requireSomebody("Creating a testbed");
        }
        try (Lab lab = data.open(opener)) {
            AwsTestbeds testbeds = account.in(lab);
            if (goOn) {
                AwsTestbedSettings own = testbeds.find(options.name())
                        .flatMap(TestbedStack::settings)
                        .orElse(options.settings(testbeds.region()));
                return make(listener ->
                        testbeds.goOn(options.name(), options.memorySizes(own), listener, new Cancellation()));
            }
            AwsTestbedSettings settings = options.settings(testbeds.region());
            CreationPlan plan = testbeds.plan(settings, true);
            AwsIdentity identity = testbeds.identity();
            requireServers(testbeds, settings);
            screen.line("Testbed " + settings.name() + " in " + testbeds.region() + ", account " + identity.account()
                    + " as " + identity.arn());
            screen.line("");
            screen.lines(plan.resources().lines().toList());
            screen.line("");
            screen.lines(plan.cost().lines().toList());
            screen.line("");
            if (!yes && !confirmation.given("Create this testbed?")) {
                screen.line("Cancelled. No resources were created.");
                return ExitCode.OK;
            }
            return make(
                    listener -> testbeds.setUp(settings, options.memorySizes(settings), listener, new Cancellation()));
        }
    }

    /** Before anything is made. What one may not ask stops nobody: AWS then refuses the servers itself. */
    private void requireServers(AwsTestbeds testbeds, AwsTestbedSettings settings) throws LabException {
        List<String> zones;
        try {
            zones = testbeds.zonesWith(settings.serverType());
        } catch (AwsAccessException unknown) {
            screen.note(
                    "Cannot check whether " + settings.zone() + " offers the instance type: " + unknown.getMessage());
            return;
        }
        ServerTypes.requireOffered(settings, testbeds.region(), zones);
    }

    @FunctionalInterface
    private interface Making {
        ReadyTestbed with(CreationListener listener) throws LabException, InterruptedException;
    }

    private int make(Making making) throws LabException {
        return work.run(() -> tell(made(making)), this::farewell);
    }

    private ReadyTestbed made(Making making) throws LabException, InterruptedException {
        try {
            return making.with(new AwsSetupPrinter(screen, clock));
        } catch (LabException failed) {
            screen.note("The resources created so far incur costs until the lease expires. Delete them with: "
                    + next().teardown(options.name()));
            throw failed;
        }
    }

    private int tell(ReadyTestbed ready) {
        Instant end = ready.description().leaseEnd();
        screen.line("Testbed " + options.name() + " is ready. Its servers terminate at " + time.format(end) + ".");
        if (!ready.streaming()) {
            screen.line("Lambda response streaming is unavailable: results appear after each trial.");
        }
        screen.lines(
                List.of("Measure:  " + next().run(options.name()), "Delete:   " + next().teardown(options.name())));
        return ExitCode.OK;
    }

    private void farewell() {
        screen.note("");
        screen.note(
                "Interrupted. AWS completes the current step, and the resources incur costs until the lease expires.");
        screen.note("Resume:   " + next().goOn(options.name()));
        screen.note("Delete:   " + next().teardown(options.name()));
    }

    private AwsCommandHints next() {
        return new AwsCommandHints(account);
    }
}
