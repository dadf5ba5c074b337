package org.faasnetlab.cli;

import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.cli.aws.AwsCommand;
import org.faasnetlab.cli.common.CliParts;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.plan.PlanCommand;
import org.faasnetlab.cli.plan.PresetsCommand;
import org.faasnetlab.cli.run.RunCommand;
import org.faasnetlab.cli.runs.CompareCommand;
import org.faasnetlab.cli.runs.DeleteCommand;
import org.faasnetlab.cli.runs.ExportCommand;
import org.faasnetlab.cli.runs.ExportFileWriter;
import org.faasnetlab.cli.runs.ImportCommand;
import org.faasnetlab.cli.runs.LabelCommand;
import org.faasnetlab.cli.runs.RunTextReport;
import org.faasnetlab.cli.runs.RunsCommand;
import org.faasnetlab.cli.runs.ShowCommand;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: parses the arguments, runs the command, and returns an {@link ExitCode}. */
public final class Cli {
    private static final int WIDTH = 100;

    private final CommandLine commands;
    private final Terminal screen;

    public Cli(CliParts parts) {
        screen = parts.screen();
        ErrorReporter errors = new ErrorReporter(screen, parts.opener());
        DataOption data = new DataOption();
        RunTextReport report = new RunTextReport(RunAnalysis::withBundledData);
        ExportFileWriter exports = new ExportFileWriter(screen, parts.exporter());
        commands = new CommandLine(new RootCommand(parts.opener(), data, parts.window()))
                .addSubcommand(new PresetsCommand(screen))
                .addSubcommand(PlanCommand.with(screen, parts.opener(), data))
                .addSubcommand(new RunCommand(
                        screen,
                        parts.opener(),
                        data,
                        report,
                        exports,
                        parts.interrupts(),
                        parts.ticker(),
                        parts.clock()))
                .addSubcommand(new RunsCommand(screen, parts.opener(), data, parts.zone()))
                .addSubcommand(new ShowCommand(screen, parts.opener(), data, report))
                .addSubcommand(new LabelCommand(screen, parts.opener(), data))
                .addSubcommand(
                        new DeleteCommand(screen, new Confirmation(screen, parts.answers()), parts.opener(), data))
                .addSubcommand(new ExportCommand(screen, parts.opener(), data, exports, parts.exporter()))
                .addSubcommand(new ImportCommand(screen, parts.opener(), data))
                .addSubcommand(new CompareCommand(screen, parts.opener(), data, parts.exporter()))
                .addSubcommand(AwsCommand.with(parts, data))
                .setOut(screen.out())
                .setErr(screen.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler((problem, arguments) -> wrongInput(problem))
                .setExecutionExceptionHandler((failure, command, parsed) -> errors.tell(failure));
        commands.getCommandSpec()
                .version(parts.version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Show this help and exit")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version and exit")
                        .build());
    }

    /** Runs the command in the arguments; returns the program's exit code. */
    public int run(String... arguments) {
        int code = commands.execute(arguments);
        screen.out().flush();
        screen.err().flush();
        return code;
    }

    private int wrongInput(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        screen.note(sentence(problem));
        UnmatchedArgumentException.printSuggestions(problem, screen.err());
        screen.note("For usage, run '" + command + " --help'.");
        return ExitCode.WRONG_INPUT;
    }

    /** The parser's message, reworded where it refers to the index of an argument. */
    private static String sentence(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String argument = "\"" + unmatched.getUnmatched().get(0) + "\".";
            boolean takesCommands = !problem.getCommandLine().getSubcommands().isEmpty();
            return (takesCommands ? "Unknown command " : "Unexpected argument ") + argument;
        }
        return String.valueOf(problem.getMessage());
    }
}
