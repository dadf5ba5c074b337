package org.faasnetlab.cli.aws;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the preflight checks. */
@Command(
        name = "preflight",
        header = "Check whether your account supports a testbed and whether it suits your measurement",
        description = {
            "Makes no changes in the account. Exits with code 1 if a check reports a problem. Checks that AWS does not "
                    + "answer are reported as unknown and do not count as problems.",
        })
final class AwsPreflightCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Mixin
    private AwsSettingsOptions options = new AwsSettingsOptions();

    @Option(
            names = "--functions",
            paramLabel = "N",
            defaultValue = "8",
            description = "Number of concurrent functions to measure with (default: ${DEFAULT-VALUE})")
    private int functions;

    AwsPreflightCommand(Terminal terminal, DataOption data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException, InterruptedException {
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            AwsTestbedSettings settings = options.settings(testbeds.region());
            Map<String, String> titles = testbeds.preflightTitles(settings, functions);
            int width = titles.values().stream().mapToInt(String::length).max().orElse(0);
            terminal.print(
                    "Testbed " + settings.name() + " in " + testbeds.region() + ", account: " + testbeds.account());
            List<PreflightResult> lines = testbeds.preflight(settings, functions, line -> print(line, width));
            long problems = count(lines, PreflightResult.State.PROBLEM);
            terminal.print("");
            terminal.print(count(lines, PreflightResult.State.OK) + " ok, "
                    + count(lines, PreflightResult.State.WARNING)
                    + (count(lines, PreflightResult.State.WARNING) == 1 ? " warning, " : " warnings, ") + problems
                    + (problems == 1 ? " problem, " : " problems, ")
                    + count(lines, PreflightResult.State.UNKNOWN) + " unknown.");
            return problems == 0 ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void print(PreflightResult line, int width) {
        String state = line.state().name().toLowerCase(Locale.ROOT);
        terminal.print(String.format(Locale.ROOT, "%-8s %-" + width + "s  %s", state, line.title(), line.meaning()));
        if (!line.remedy().isEmpty()) {
            terminal.print(" ".repeat(width + 11) + line.remedy());
        }
    }

    private static long count(List<PreflightResult> lines, PreflightResult.State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }
}
