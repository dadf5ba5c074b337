package org.faasnetlab.cli.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.pricing.TestbedCost;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Extends the lease of a testbed. */
@Command(
        name = "extend",
        header = "Extend the lease of a testbed, after confirmation (incurs costs)",
        description = {
            "The servers terminate at the new time, also if this program is not running. They read it within a minute.",
        })
final class AwsExtendCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final Confirmation confirmation;
    private final DateTimeFormatter time;

    @Parameters(paramLabel = "NAME", description = "Testbed name")
    private String name = "";

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Option(
            names = "--by",
            paramLabel = "TIME",
            defaultValue = "1h",
            description = "Additional time, such as 30min or 2h (default: ${DEFAULT-VALUE})")
    private String by = "1h";

    @Option(names = "--yes", description = "Skip the confirmation prompt")
    private boolean yes;

    AwsExtendCommand(Terminal terminal, DataOption data, Confirmation confirmation, ZoneId zone) {
        this.terminal = terminal;
        this.data = data;
        this.confirmation = confirmation;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    @Override
    public Integer call() throws LabException {
        Duration more = LeaseParser.parse("--by", by, "1min to 24h");
        if (!yes) {
            confirmation.requireInteractive("Extending a lease");
        }
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            TestbedStack testbed = AwsCommandHints.require(testbeds, name);
            Optional<String> hour = testbed.settings()
                    .flatMap(settings -> new TestbedCost(testbeds.prices(settings)).hour(settings))
                    .map(cost -> MoneyFormatter.format(cost.dollars()));
            terminal.print(
                    "The servers of testbed " + name + " cost " + hour.orElse("an unknown amount") + " per hour.");
            if (!yes && !confirmation.isConfirmed("Extend the lease of testbed " + name + " by " + by + "?")) {
                terminal.print("Cancelled. The lease was not changed.");
                return ExitCode.OK;
            }
            Instant end = testbeds.extendLease(testbed, more);
            terminal.print("The servers of testbed " + name + " terminate at " + time.format(end) + ".");
        }
        return ExitCode.OK;
    }
}
