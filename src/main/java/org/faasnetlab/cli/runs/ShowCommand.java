package org.faasnetlab.cli.runs;

import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.OutputOption;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the results of a saved run. */
@Command(name = "show", header = "Show the results of a run")
public final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final RunTextReport report;
    private final JsonExport json = new JsonExport(RunAnalysis::withBundledData);

    @Mixin
    private RunIdParameter id = new RunIdParameter();

    @Option(
            names = "--details",
            description = "Show statistics, evidence for the verdict, cost, settings, and environment as well")
    private boolean details;

    @Option(names = "--functions", description = "Show one row per function, and all details")
    private boolean everyFunction;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--with-invalid", description = "Count invalid trials in summaries of several trials too")
    private boolean withInvalid;

    public ShowCommand(Terminal terminal, DataOption data, RunTextReport report) {
        this.terminal = terminal;
        this.data = data;
        this.report = report;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            RunRow run = id.row(lab);
            if (output.json()) {
                terminal.print(json.withoutIntervals(lab.store(), run, withInvalid));
                return ExitCode.OK;
            }
            boolean all = details || everyFunction || withInvalid;
            if (all) {
                terminal.printLines(report.full(lab.store(), run, everyFunction, withInvalid));
            } else {
                terminal.printStyled(report.brief(lab.store(), run));
            }
            label(lab.store().labels().getOrDefault(run.id(), RunLabel.NONE));
            if (all) {
                show("SETTING", run.settings());
                terminal.print("");
                show("ENVIRONMENT", run.environment());
            } else {
                terminal.print(RunTextReport.details(run));
            }
        }
        return ExitCode.OK;
    }

    private void label(RunLabel label) {
        if (label.note() != null) {
            terminal.print("Note: " + label.note());
        }
        if (!label.tags().isEmpty()) {
            terminal.print("Tags: " + String.join(" ", label.tags()));
        }
        if (!label.equals(RunLabel.NONE)) {
            terminal.print("");
        }
    }

    private void show(String heading, SortedMap<String, String> facts) {
        TextTable table = new TextTable().left(heading).left("VALUE");
        facts.forEach((name, value) -> table.row(name, value));
        terminal.printLines(table.lines());
    }
}
