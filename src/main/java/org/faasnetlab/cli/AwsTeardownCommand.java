package org.faasnetlab.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.testbed.aws.Cost;
import org.faasnetlab.testbed.aws.SettingsCheck;
import org.faasnetlab.testbed.aws.TestbedStack;
import org.faasnetlab.testbed.aws.teardown.TeardownReport;
import org.faasnetlab.testbed.aws.testbeds.AwsTestbeds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a testbed away. */
@Command(
        name = "teardown",
        header = "Takes a testbed out of your account, after a question, and looks that nothing is left.",
        description = {
            "A testbed in any state can be taken away, on any computer. Ctrl-C leaves the rest as it is; the same command "
                    + "goes on. Ends with 1 if anything is left.",
        })
final class AwsTeardownCommand implements Callable<Integer> {
    private final Screen screen;
    private final LabOpener opener;
    private final DataOption data;
    private final Confirmation confirmation;
    private final InterruptibleWork work;
    private final Clock clock;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the testbed.")
    private @Nullable String named;

    @Option(names = "--testbed", paramLabel = "NAME", description = "The same as NAME.")
    private @Nullable String testbed;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    AwsTeardownCommand(
            Screen screen,
            LabOpener opener,
            DataOption data,
            Confirmation confirmation,
            Interrupts interrupts,
            Clock clock) {
        this.screen = screen;
        this.opener = opener;
        this.data = data;
        this.confirmation = confirmation;
        this.work = new InterruptibleWork(interrupts);
        this.clock = clock;
    }

    @Override
    public Integer call() throws LabException {
        String name = name();
        if (!yes) {
            confirmation.requireSomebody("Taking a testbed away");
        }
        try (Lab lab = data.open(opener)) {
            AwsTestbeds testbeds = account.in(lab);
            if (!yes && !confirmation.given("Take the testbed " + name + " in " + testbeds.region() + " away?")) {
                screen.line("Nothing was taken away.");
                return ExitCode.OK;
            }
            return work.run(() -> tearDown(testbeds, name), () -> farewell(name));
        }
    }

    private String name() throws LabException {
        if ((named == null) == (testbed == null)) {
            throw new InputException(
                    "It must be said once which testbed is to be taken away.",
                    "'faasnetlab aws status' lists them with their names.");
        }
        String name = named == null ? String.valueOf(testbed) : named;
        SettingsCheck.requireName(name);
        return name;
    }

    private int tearDown(AwsTestbeds testbeds, String name) throws LabException, InterruptedException {
        Optional<TestbedStack> found = testbeds.find(name);
        Optional<Cost> cost = found.isEmpty() ? Optional.empty() : testbeds.soFar(found.get());
        TeardownReport report = testbeds.tearDown(name, new AwsTeardownReport(new ElapsedLines(screen, clock)));
        screen.line(report.sentence());
        report.left().forEach(left -> screen.line("  " + left));
        report.obstacles()
                .forEach(obstacle ->
                        screen.line(obstacle.what() + ": " + obstacle.sentence() + " " + obstacle.nextStep()));
        cost.ifPresent(sum ->
                screen.line("Its servers cost about " + MoneyFormatter.format(sum.dollars()) + ". " + sum.basis()));
        if (!report.nothingLeft()) {
            screen.line("Go on:  " + new AwsCommands(account).teardown(name));
        }
        return report.nothingLeft() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void farewell(String name) {
        screen.note("");
        screen.note("Stopped. What was begun goes on in AWS, the rest stays and may cost.");
        screen.note("Go on:  " + new AwsCommands(account).teardown(name));
    }
}
