package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.comparison.CellComparison;
import org.faasnetlab.analysis.comparison.ComparisonFormatter;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.chart.comparison.ComparisonBuilder;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.OutputOption;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.ListingJson;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares runs with the first of them, or the cells of one run with its first. */
@Command(
        name = "compare",
        header = "Compare two or more runs, or the cells of one: medians, differences, and differing settings",
        description = {
            "All runs are compared with the first one, cell by cell.",
            "With a single run, its cells are compared with its first cell, repetition by repetition."
        })
public final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final RunExporter exporter;

    @Mixin
    private RunIdParameters ids = new RunIdParameters();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description =
                    "Metric of the functions that is compared, for example cpu_us, burst_bytes or baseline_bit_per_s"
                            + " (default: bandwidth)")
    private @Nullable String metric;

    @Option(
            names = "--png",
            paramLabel = "FILE",
            description = "Plot the first cell: the aggregate bandwidth of the runs over time, or the spread of another"
                    + " metric")
    private @Nullable Path picture;

    @Option(
            names = "--equivalence",
            paramLabel = "PERCENT",
            defaultValue = "5",
            description = "Call results equivalent that differ by no more than this (default: ${DEFAULT-VALUE})")
    private double equivalence = 100 * ComparisonFormatter.EQUIVALENT;

    @Option(names = "--with-invalid", description = "Count invalid trials too")
    private boolean withInvalid;

    @Option(names = "--force", description = "Compare runs that have no cell in common as a whole")
    private boolean force;

    @Mixin
    private OutputOption output = new OutputOption();

    public CompareCommand(Terminal terminal, DataOption data, RunExporter exporter) {
        this.terminal = terminal;
        this.data = data;
        this.exporter = exporter;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            if (!(equivalence > 0 && equivalence <= 100)) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Invalid value --equivalence " + equivalence + ": expected above 0 to 100.",
                        "Specify a percentage, such as 5.");
            }
            ComparisonTextReport report = new ComparisonTextReport(new ComparisonFormatter(equivalence / 100));
            List<RunRow> runs = ids.rows(lab);
            List<RunComparison.ComparedRun> sides = new ArrayList<>();
            for (RunRow run : runs) {
                RunComparison.ComparedRun side = RunComparison.ComparedRun.read(lab.store(), run, withInvalid);
                if (side.leftOut() != null) {
                    terminal.printError(
                            "Run " + run.id() + ": " + side.leftOut() + " To include them, add --with-invalid.");
                }
                if (side.leftOut() != null && side.trials().isEmpty() && !force) {
                    throw new LabException(
                            LabException.Kind.BAD_INPUT,
                            "Run " + run.id() + " has no valid trial to compare.",
                            "To include invalid trials, add --with-invalid.");
                }
                sides.add(side);
            }
            List<Metric> metrics = new ArrayList<>(RunComparison.metrics(sides));
            if (BurstMetrics.ALL.stream().anyMatch(burst -> burst.id().equals(metric))) {
                sides = exporter.data().analysis().withBursts(lab.store(), sides);
                metrics.addAll(RunComparison.known(BurstMetrics.ALL, sides));
            }
            if (runs.size() == 1) {
                CellComparison cells = cells(sides.get(0), metric(metrics));
                terminal.printLines(
                        output.json() ? List.of(ListingJson.of(runs.get(0), cells)) : report.lines(runs.get(0), cells));
                return ExitCode.OK;
            }
            Metric compared = metric(metrics);
            RunComparison comparison =
                    force ? RunComparison.regardlessOfCells(sides, compared) : RunComparison.of(sides, compared);
            if (!comparison.hasCommonCell() && !force) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "The runs have no cell in common: they measured different things.",
                        "To compare all results of each as a whole, add --force.");
            }
            terminal.printLines(output.json() ? List.of(ListingJson.of(comparison)) : report.lines(comparison));
            if (picture != null) {
                exporter.export(
                        ExportFormat.PNG,
                        ComparisonBuilder.read(
                                lab.store(),
                                comparison,
                                comparison.cells().get(0),
                                run -> run.title() + " (" + run.id() + ")"),
                        ChartTheme.LIGHT,
                        BandwidthUnit.AUTOMATIC,
                        picture);
                if (!output.json()) {
                    terminal.print("Wrote " + picture);
                }
            }
        }
        return ExitCode.OK;
    }

    private Metric metric(List<Metric> available) throws LabException {
        return available.stream()
                .filter(each -> metric == null || each.id().equals(metric))
                .findFirst()
                .orElseThrow(() -> new LabException(
                        LabException.Kind.BAD_INPUT,
                        "These runs cannot be compared by \"" + metric + "\".",
                        "Available metrics: "
                                + available.stream().map(Metric::id).collect(Collectors.joining(", ")) + "."));
    }

    private CellComparison cells(RunComparison.ComparedRun run, Metric compared) throws LabException {
        CellComparison comparison = CellComparison.of(run, compared);
        if (comparison.cells().size() < 2 || picture != null) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    picture != null
                            ? "At least two runs are required for --png."
                            : "Run " + run.run().id() + " has no second cell, and no other run was specified.",
                    "Specify another run. To list runs, run 'faasnetlab runs'.");
        }
        return comparison;
    }
}
