package org.faasnetlab.cli.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the testbeds of an account and Region. */
@Command(
        name = "status",
        header = "List the testbeds in a Region of your account, with age, cost so far, and next command",
        description = "Finds testbeds by their tag, including those created on another computer.")
final class AwsStatusCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final Clock clock;
    private final DateTimeFormatter time;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Option(names = "--testbed", paramLabel = "NAME", description = "Show only this testbed")
    private @Nullable String name;

    AwsStatusCommand(Terminal terminal, DataOption data, Clock clock, ZoneId zone) {
        this.terminal = terminal;
        this.data = data;
        this.clock = clock;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            List<TestbedStack> found = testbeds.list().stream()
                    .filter(testbed -> name == null || testbed.name().equals(name))
                    .toList();
            if (found.isEmpty()) {
                terminal.print((name == null ? "No testbeds" : "No testbed \"" + name + "\"") + " in "
                        + testbeds.region() + ". Create one with: " + account.command("aws setup"));
                return ExitCode.OK;
            }
            list(testbeds, found);
        }
        return ExitCode.OK;
    }

    private void list(AwsTestbeds testbeds, List<TestbedStack> found) throws LabException {
        Instant now = clock.instant();
        TextTable table = new TextTable()
                .left("TESTBED")
                .left("STATE")
                .right("AGE")
                .right("COST SO FAR")
                .left("LEASE EXPIRES")
                .left("NEXT");
        Cost sum = Cost.NOTHING;
        for (TestbedStack testbed : found) {
            Optional<Cost> cost = testbeds.costSoFar(testbed);
            sum = sum.plus(cost.orElse(Cost.NOTHING));
            table.row(
                    testbed.name(),
                    testbed.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    LeaseParser.format(Duration.between(testbed.createdAt(), now)),
                    cost.map(total -> MoneyFormatter.format(total.dollars())).orElse("unknown"),
                    testbed.leaseEnd().map(end -> lease(end, now)).orElse("-"),
                    new AwsCommandHints(account).next(testbed, now));
        }
        terminal.printLines(table.lines());
        for (TestbedStack testbed : found) {
            printHolder(testbeds, testbed);
        }
        if (!sum.sources().isEmpty()) {
            terminal.print("");
            terminal.print("Cost of servers only; the cost of functions is shown with each run. " + sum.basis());
        }
    }

    /** Without permission to read the bucket, the rest of the status is still useful. */
    private void printHolder(AwsTestbeds testbeds, TestbedStack testbed) {
        try {
            testbeds.measuring(testbed).ifPresent(holder -> terminal.print(text(testbed.name(), holder)));
        } catch (LabException e) {
            terminal.printError("Cannot check who measures on testbed " + testbed.name() + ": " + e.getMessage());
        }
    }

    static String text(String testbed, MeasurementLock.Holder holder) {
        return "In use: " + holder.text() + " measures on testbed " + testbed + ".";
    }

    private String lease(Instant end, Instant now) {
        return now.isAfter(end) ? "expired" : time.format(end);
    }
}
