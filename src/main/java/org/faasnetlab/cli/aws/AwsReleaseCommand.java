package org.faasnetlab.cli.aws;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends another user's use of a testbed. */
@Command(
        name = "release",
        header = "End another user's run on a testbed, after confirmation",
        description = {
            "One user at a time measures on a testbed. The other run stops before its next trial and can be resumed. A run "
                    + "whose program or computer has stopped releases the testbed after ten minutes without this command.",
        })
final class AwsReleaseCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final Confirmation confirmation;

    @Parameters(paramLabel = "NAME", description = "Testbed name")
    private String name = "";

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Option(names = "--yes", description = "Skip the confirmation prompt")
    private boolean yes;

    AwsReleaseCommand(Terminal terminal, DataOption data, Confirmation confirmation) {
        this.terminal = terminal;
        this.data = data;
        this.confirmation = confirmation;
    }

    @Override
    public Integer call() throws LabException {
        if (!yes) {
            confirmation.requireInteractive("Releasing a testbed");
        }
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            TestbedStack testbed = AwsCommandHints.require(testbeds, name);
            Optional<MeasurementLock.Holder> holder = testbeds.measuring(testbed);
            if (holder.isEmpty()) {
                terminal.print("Nobody measures on testbed " + name + ".");
                return ExitCode.OK;
            }
            terminal.print(AwsStatusCommand.text(name, holder.get()));
            if (!yes && !confirmation.isConfirmed("End that run?")) {
                terminal.print("Cancelled. The run was not changed.");
                return ExitCode.OK;
            }
            boolean released = testbeds.release(testbed, holder.get());
            terminal.print(
                    released
                            ? "Testbed " + name + " is free. The other run stops before its next trial."
                            : "The other run has ended in the meantime.");
        }
        return ExitCode.OK;
    }
}
