package org.faasnetlab.cli;

import java.io.IOException;
import org.faasnetlab.LabException;
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

    private final CliParts parts;
    private final Terminal terminal;
    private final ErrorReporter errors;

    public Cli(CliParts parts) {
        this.parts = parts;
        terminal = parts.terminal();
        errors = new ErrorReporter(terminal, parts.opener());
    }

    private CommandLine commands() {
        DataOption data = new DataOption(parts.opener());
        RunTextReport report = new RunTextReport(RunAnalysis::withBundledData);
        ExportFileWriter exports = new ExportFileWriter(terminal, parts.exporter());
        CommandLine commands = new CommandLine(new RootCommand(data, parts.window()))
                .addSubcommand(new PresetsCommand(terminal, parts.presets()))
                .addSubcommand(PlanCommand.create(terminal, data, parts.presets()))
                .addSubcommand(new RunCommand(
                        terminal,
                        data,
                        parts.presets(),
                        report,
                        exports,
                        parts.interrupts(),
                        parts.timer(),
                        parts.clock()))
                .addSubcommand(new RunsCommand(terminal, data, parts.zone()))
                .addSubcommand(new ShowCommand(terminal, data, report))
                .addSubcommand(new LabelCommand(terminal, data))
                .addSubcommand(new DeleteCommand(terminal, new Confirmation(terminal), data))
                .addSubcommand(new ExportCommand(terminal, data, exports, parts.exporter()))
                .addSubcommand(new ImportCommand(terminal, data, parts.clock()))
                .addSubcommand(new CompareCommand(terminal, data, parts.exporter()))
                .addSubcommand(AwsCommand.create(parts, data))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler((problem, arguments) -> wrongInput(problem))
                .setExecutionExceptionHandler((failure, command, parsed) -> errors.report(failure));
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
        return commands;
    }

    /** Runs the command in the arguments; returns the program's exit code. */
    public int run(String... arguments) {
        int code = arguments.length == 0 ? openWindow() : commands().execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        IOException lost = terminal.outputCheck().failure();
        if (lost != null) {
            terminal.printError("Cannot write to the standard output: " + lost.getMessage() + ".");
            return code == ExitCode.OK ? ExitCode.FAILED : code;
        }
        return code;
    }

    /** Without the parser, which takes a good part of the time until the window opens. */
    private int openWindow() {
        try {
            return new RootCommand(new DataOption(parts.opener()), parts.window()).call();
        } catch (LabException | RuntimeException failure) {
            return errors.report(failure);
        }
    }

    private int wrongInput(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        terminal.printError(sentence(problem));
        UnmatchedArgumentException.printSuggestions(problem, terminal.err());
        terminal.printError("For usage, run '" + command + " --help'.");
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
