package org.faasnetlab.cli;

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
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.testbed.aws.Cost;
import org.faasnetlab.testbed.aws.TestbedStack;
import org.faasnetlab.testbed.aws.testbeds.AwsTestbeds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists testbeds. */
@Command(
        name = "status",
        header = "Lists the testbeds in a Region of your account, with age, cost so far and the next command.",
        description = "Testbeds are found by their tag, those that were set up on another computer, too.")
final class AwsStatusCommand implements Callable<Integer> {
    private final Screen screen;
    private final LabOpener opener;
    private final DataOption data;
    private final Clock clock;
    private final DateTimeFormatter time;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Option(names = "--testbed", paramLabel = "NAME", description = "Only this testbed.")
    private @Nullable String name;

    AwsStatusCommand(Screen screen, LabOpener opener, DataOption data, Clock clock, ZoneId zone) {
        this.screen = screen;
        this.opener = opener;
        this.data = data;
        this.clock = clock;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open(opener)) {
            AwsTestbeds testbeds = account.in(lab);
            List<TestbedStack> found = testbeds.list().stream()
                    .filter(testbed -> name == null || testbed.name().equals(name))
                    .toList();
            if (found.isEmpty()) {
                screen.line("There is no testbed" + (name == null ? "" : " '" + name + "'") + " in " + testbeds.region()
                        + ". Set one up with: " + account.command("aws setup"));
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
                .left("LEASE ENDS")
                .left("NEXT");
        Cost sum = Cost.NOTHING;
        for (TestbedStack testbed : found) {
            Optional<Cost> cost = testbeds.soFar(testbed);
            sum = sum.plus(cost.orElse(Cost.NOTHING));
            table.row(
                    testbed.name(),
                    testbed.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Lease.words(Duration.between(testbed.createdAt(), now)),
                    cost.map(total -> MoneyFormatter.format(total.dollars())).orElse("unknown"),
                    testbed.leaseEnd().map(end -> lease(end, now)).orElse("-"),
                    new AwsCommands(account).next(testbed, now));
        }
        screen.lines(table.lines());
        if (!sum.sources().isEmpty()) {
            screen.line("");
            screen.line("Servers only, the functions' cost is that of their runs. " + sum.basis());
        }
    }

    private String lease(Instant end, Instant now) {
        return now.isAfter(end) ? "over" : time.format(end);
    }
}
