package org.faasnetlab.cli.runs;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.comparison.CellTrials;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.stats.RepeatEstimate;
import org.faasnetlab.analysis.stats.SequenceFinding;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Estimates from a run how many repetitions a precision takes. */
@Command(
        name = "repeats",
        header = "Estimate how many repetitions a precision takes, from a pilot run",
        description = "The pilot needs two repetitions or more. Use the result for the setting repeats.")
public final class RepeatsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;

    @Mixin
    private RunIdParameter id = new RunIdParameter();

    @Option(
            names = "--ci-width",
            paramLabel = "PERCENT",
            defaultValue = "" + RepeatEstimate.USUAL_WIDTH_PERCENT,
            description = "Wanted width of the 95 %% confidence interval of the median, in percent of it"
                    + " (default: ${DEFAULT-VALUE})")
    private double width = RepeatEstimate.USUAL_WIDTH_PERCENT;

    @Option(names = "--with-invalid", description = "Count invalid trials too")
    private boolean withInvalid;

    public RepeatsCommand(Terminal terminal, DataOption data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        if (!(width > 0 && width <= 100)) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Invalid value --ci-width " + width + ": expected above 0 to 100.",
                    "Specify a percentage, such as 5.");
        }
        try (Lab lab = data.open()) {
            RunRow run = id.row(lab);
            RunComparison.ComparedRun pilot = RunComparison.ComparedRun.read(lab.store(), run, withInvalid);
            List<CellTrials> cells = CellTrials.of(pilot);
            if (cells.stream().noneMatch(cell -> cell.medians().length > 1)) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Run " + run.id() + " has no cell with two valid trials, so their spread is unknown.",
                        "Measure a pilot with --set repeats=6.");
            }
            terminal.printLines(table(cells).lines());
            if (pilot.leftOut() != null) {
                terminal.print(pilot.leftOut().toString());
            }
        }
        return ExitCode.OK;
    }

    private TextTable table(List<CellTrials> cells) {
        TextTable table = new TextTable()
                .left("CELL")
                .right("TRIALS")
                .right("CV")
                .right("REPEATS")
                .right("UP TO")
                .left("NOTE");
        for (CellTrials cell : cells) {
            if (cell.medians().length == 0) {
                table.row(cell.label(), "0", "-", "-", "-", "no valid trial");
                continue;
            }
            RepeatEstimate estimate = RepeatEstimate.of(cell.medians(), width / 100);
            Double spread = estimate.spread();
            table.row(
                    cell.label(),
                    String.valueOf(estimate.pilot()),
                    spread == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * spread),
                    repeats(spread, estimate.repeats()),
                    repeats(spread, estimate.atMost()),
                    estimate.sequence() == SequenceFinding.INDEPENDENT
                            ? ""
                            : estimate.sequence().label());
        }
        return table;
    }

    private static String repeats(@Nullable Double spread, @Nullable Integer number) {
        return number != null ? number.toString() : spread == null ? "-" : "> " + RepeatEstimate.MAX_REPEATS;
    }
}
