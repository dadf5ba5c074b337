package org.faasnetlab.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.aws.AwsCommand;
import org.faasnetlab.cli.common.CliParts;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.plan.PlanCommand;
import org.faasnetlab.cli.plan.PlanFormatter;
import org.faasnetlab.cli.plan.PresetsCommand;
import org.faasnetlab.cli.run.RunCommand;
import org.faasnetlab.cli.runs.CompareCommand;
import org.faasnetlab.cli.runs.DeleteCommand;
import org.faasnetlab.cli.runs.ExportCommand;
import org.faasnetlab.cli.runs.ExportFileWriter;
import org.faasnetlab.cli.runs.ImportCommand;
import org.faasnetlab.cli.runs.LabelCommand;
import org.faasnetlab.cli.runs.RepeatsCommand;
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

    /**
     * The commands with their options: only the one that is called, because describing all takes a good part of the time
     * of a short command; all of them if it is none.
     */
    private CommandLine commands(String called) {
        DataOption data = new DataOption(parts.opener());
        CommandLine commands = new CommandLine(new RootCommand(terminal, data, parts.window()));
        Map<String, Supplier<Object>> all = subcommands(data);
        Supplier<Object> only = all.get(called);
        if (only == null) {
            all.forEach((name, command) -> commands.addSubcommand(name, command.get()));
            commands.addSubcommand(new CompletionCommand(terminal)); // completes all of them
        } else {
            commands.addSubcommand(called, only.get());
        }
        commands.setOut(terminal.out())
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

    private Map<String, Supplier<Object>> subcommands(DataOption data) {
        RunTextReport report = new RunTextReport(parts.exporter().data()::analysis);
        ExportFileWriter exports = new ExportFileWriter(terminal, parts.exporter());
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("presets", () -> new PresetsCommand(terminal, parts.presets()));
        all.put("plan", () -> PlanCommand.create(terminal, data, parts.presets(), parts.kernel()));
        all.put(
                "run",
                () -> new RunCommand(
                        terminal,
                        data,
                        parts.presets(),
                        new PlanFormatter(parts.presets(), parts.kernel()),
                        report,
                        exports,
                        parts.interrupts(),
                        parts.timer(),
                        parts.clock()));
        all.put("runs", () -> new RunsCommand(terminal, data, parts.zone()));
        all.put("show", () -> new ShowCommand(terminal, data, report));
        all.put("label", () -> new LabelCommand(terminal, data));
        all.put("delete", () -> new DeleteCommand(terminal, new Confirmation(terminal), data));
        all.put("export", () -> new ExportCommand(terminal, data, exports, parts.exporter()));
        all.put("import", () -> new ImportCommand(terminal, data, parts.clock()));
        all.put("compare", () -> new CompareCommand(terminal, data, parts.exporter()));
        all.put("repeats", () -> new RepeatsCommand(terminal, data));
        all.put("open", () -> new OpenCommand(terminal, data, parts.window()));
        all.put("aws", () -> AwsCommand.create(parts, data));
        return all;
    }

    /** Runs the command in the arguments; returns the program's exit code. */
    public int run(String... arguments) {
        int code = arguments.length == 0 ? openWindow() : commands(arguments[0]).execute(arguments);
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
            return new RootCommand(terminal, new DataOption(parts.opener()), parts.window()).call();
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

    /** The parser's message, reworded where it refers to the index of an argument or repeats itself. */
    private static String sentence(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String argument = "\"" + unmatched.getUnmatched().get(0) + "\".";
            boolean takesCommands = !problem.getCommandLine().getSubcommands().isEmpty();
            return (takesCommands ? "Unknown command " : "Unexpected argument ") + argument;
        }
        // The parser does so for an option with a key and a value.
        return String.valueOf(problem.getMessage()).replace("option option ", "option ");
    }
}
