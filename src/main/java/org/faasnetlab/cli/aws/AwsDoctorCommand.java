package org.faasnetlab.cli.aws;

import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Examines a testbed. */
@Command(
        name = "doctor",
        header = "Find out what is wrong with a testbed in your AWS account",
        description = {
            "Reads stack events, servers, console output, security groups, functions, log, DNS, clock, and quotas. Changes "
                    + "nothing. Secrets are left out of the output. Exits with code 1 if there is a problem.",
        })
final class AwsDoctorCommand implements Callable<Integer> {
    private static final int TITLE_WIDTH = 15;

    private final Terminal terminal;
    private final DataOption data;

    @Parameters(paramLabel = "TESTBED", description = "Testbed name")
    private String name = "";

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    AwsDoctorCommand(Terminal terminal, DataOption data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException, InterruptedException {
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            TestbedStack stack = testbeds.find(name)
                    .orElseThrow(() -> new LabException(
                            LabException.Kind.BAD_INPUT,
                            "No testbed \"" + name + "\" in " + testbeds.region() + ".",
                            "To list testbeds, run '" + account.command("aws status") + "'."));
            AwsPreflightCommand.Checks checks = new AwsPreflightCommand.Checks(terminal);
            List<PreflightResult> results = testbeds.examine(stack, result -> checks.print(result, TITLE_WIDTH));
            checks.printCounts(results);
            List<PreflightResult> problems = results.stream()
                    .filter(result -> result.state() == PreflightResult.State.PROBLEM)
                    .toList();
            terminal.print(
                    problems.isEmpty()
                            ? withoutProblem(results)
                            : "What is wrong: " + problems.get(0).meaning());
            return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /** A warning may be the reason why the user asks. */
    private static String withoutProblem(List<PreflightResult> results) {
        return results.stream()
                .filter(result -> result.state() == PreflightResult.State.WARNING)
                .findFirst()
                .map(result -> "No problem was found for certain. What may be wrong: " + result.meaning())
                .orElse("No problem was found.");
    }
}
