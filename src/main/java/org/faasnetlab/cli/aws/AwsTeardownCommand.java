package org.faasnetlab.cli.aws;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ElapsedTimePrinter;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.InterruptibleWork;
import org.faasnetlab.cli.common.Interrupts;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a testbed. */
@Command(
        name = "teardown",
        header = "Delete a testbed from your AWS account, after confirmation, and scan for leftover resources",
        description = {
            "Deletes a testbed in any state, from any computer. After Ctrl-C, run the same command again to resume. "
                    + "Exits with code 1 if any resources are left.",
        })
final class AwsTeardownCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final Confirmation confirmation;
    private final InterruptibleWork work;
    private final Clock clock;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Testbed name")
    private @Nullable String named;

    @Option(names = "--testbed", paramLabel = "NAME", description = "Same as NAME")
    private @Nullable String testbed;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Option(names = "--yes", description = "Skip the confirmation prompt")
    private boolean yes;

    AwsTeardownCommand(
            Terminal terminal, DataOption data, Confirmation confirmation, Interrupts interrupts, Clock clock) {
        this.terminal = terminal;
        this.data = data;
        this.confirmation = confirmation;
        this.work = new InterruptibleWork(interrupts);
        this.clock = clock;
    }

    @Override
    public Integer call() throws LabException {
        String name = name();
        if (!yes) {
            confirmation.requireInteractive("Deleting a testbed");
        }
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            if (!yes && !confirmation.isConfirmed("Delete testbed " + name + " in " + testbeds.region() + "?")) {
                terminal.print("Cancelled. No resources were deleted.");
                return ExitCode.OK;
            }
            return work.run(() -> delete(testbeds, name), () -> printInterrupted(name));
        }
    }

    private String name() throws LabException {
        if ((named == null) == (testbed == null)) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Specify the testbed to delete exactly once, as NAME or with --testbed.",
                    "To list testbeds, run 'faasnetlab aws status'.");
        }
        String name = named == null ? String.valueOf(testbed) : named;
        SettingsValidator.requireName(name);
        return name;
    }

    private int delete(AwsTestbeds testbeds, String name) throws LabException, InterruptedException {
        Optional<TestbedStack> found = testbeds.find(name);
        Optional<Cost> cost = found.isEmpty() ? Optional.empty() : testbeds.costSoFar(found.get());
        DeletionReport report = testbeds.delete(name, printing(new ElapsedTimePrinter(terminal, clock)));
        terminal.print(report.sentence().toString());
        report.leftovers().forEach(left -> terminal.print("  " + left));
        report.blocked()
                .forEach(blocked -> terminal.print(
                        report.isClean()
                                ? "Overcome: " + blocked.what() + ": " + blocked.sentence()
                                : blocked.what() + ": " + blocked.sentence() + " " + blocked.nextStep()));
        cost.ifPresent(sum -> terminal.print(
                "Total server cost: about " + MoneyFormatter.format(sum.dollars()) + ". " + sum.basis()));
        if (!report.isClean()) {
            terminal.print("Resume:  " + new AwsCommandHints(account).teardown(name));
        }
        return report.isClean() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void printInterrupted(String name) {
        terminal.printError("");
        terminal.printError(
                "Interrupted. AWS completes the deletions in progress; the remaining resources may incur costs.");
        terminal.printError("Resume:  " + new AwsCommandHints(account).teardown(name));
    }

    /** Prints each change of a deletion in a line, with the elapsed time. */
    static DeletionListener printing(ElapsedTimePrinter lines) {
        return new ProgressPrinter(lines);
    }

    private static final class ProgressPrinter implements DeletionListener {
        private final ElapsedTimePrinter lines;
        private String last = "";

        ProgressPrinter(ElapsedTimePrinter lines) {
            this.lines = lines;
        }

        @Override
        public void onStep(DeletionStep step, StepState state, String detail) {
            print(step.label() + ": " + AwsSetupPrinter.text(state) + (detail.isEmpty() ? "" : ", " + detail));
        }

        @Override
        public void onResource(ResourceProgress resource) {
            String status = resource.status().toLowerCase(Locale.ROOT).replace('_', ' ');
            boolean failed = resource.state() == ResourceProgress.State.FAILED
                    && !resource.reason().isEmpty();
            print("  " + resource.name() + " (" + resource.type() + "): " + status
                    + (failed ? ". " + resource.reason() : ""));
        }

        /** A step that is polled is printed only when something has changed. */
        private void print(String text) {
            if (!text.equals(last)) {
                lines.print(text);
                last = text;
            }
        }
    }
}
