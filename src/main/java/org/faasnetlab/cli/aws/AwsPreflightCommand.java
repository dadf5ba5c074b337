package org.faasnetlab.cli.aws;

import java.util.List;
import java.util.Locale;
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

    AwsPreflightCommand(Terminal terminal, DataOption data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException, InterruptedException {
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            AwsTestbedSettings settings = options.settings(testbeds);
            terminal.print(
                    "Testbed " + settings.name() + " in " + testbeds.region() + ", account: " + testbeds.account());
            return new Checks(terminal).run(testbeds, settings, options.functions()) == 0
                    ? ExitCode.OK
                    : ExitCode.FAILED;
        }
    }

    /** Runs checks and prints their results. */
    static final class Checks {
        private final Terminal terminal;

        Checks(Terminal terminal) {
            this.terminal = terminal;
        }

        /** Runs all checks, prints their results and returns the number of problems. */
        long run(AwsTestbeds testbeds, AwsTestbedSettings settings, int functions)
                throws LabException, InterruptedException {
            int width = testbeds.preflightTitles(settings, functions).values().stream()
                    .mapToInt(title -> title.toString().length())
                    .max()
                    .orElse(0);
            List<PreflightResult> results = testbeds.preflight(settings, functions, result -> print(result, width));
            return printCounts(results);
        }

        /** Prints how many checks had which result, and returns the number of problems. */
        long printCounts(List<PreflightResult> results) {
            long problems = count(results, PreflightResult.State.PROBLEM);
            terminal.print("");
            terminal.print(count(results, PreflightResult.State.OK) + " ok, "
                    + counted(count(results, PreflightResult.State.WARNING), "warning") + ", "
                    + counted(problems, "problem") + ", " + count(results, PreflightResult.State.UNKNOWN)
                    + " unknown.");
            return problems;
        }

        void print(PreflightResult result, int width) {
            String state = result.state().name().toLowerCase(Locale.ROOT);
            terminal.print(
                    String.format(Locale.ROOT, "%-8s %-" + width + "s  %s", state, result.title(), result.meaning()));
            if (!result.remedy().isEmpty()) {
                terminal.print(" ".repeat(width + 11) + result.remedy());
            }
        }

        private static String counted(long number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }

        private static long count(List<PreflightResult> lines, PreflightResult.State state) {
            return lines.stream().filter(line -> line.state() == state).count();
        }
    }
}
