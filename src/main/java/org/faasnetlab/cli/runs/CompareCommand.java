package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.chart.comparison.ComparisonBuilder;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares runs with the first of them. */
@Command(
        name = "compare",
        header = "Compare two or more runs: medians, differences, and differing settings",
        description = "All runs are compared with the first one.")
public final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final RunExporter exporter;

    @Mixin
    private RunIdParameters ids = new RunIdParameters();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "Metric of the functions that is compared, for example cpu_us (default: bandwidth)")
    private @Nullable String metric;

    @Option(
            names = "--png",
            paramLabel = "FILE",
            description = "Plot the first cell: the aggregate bandwidth of the runs over time, or the spread of another"
                    + " metric")
    private @Nullable Path picture;

    public CompareCommand(Terminal terminal, DataOption data, RunExporter exporter) {
        this.terminal = terminal;
        this.data = data;
        this.exporter = exporter;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            List<RunRow> runs = ids.rows(lab);
            if (runs.size() < 2) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "At least two runs are required.",
                        "Specify another run. To list runs, run 'faasnetlab runs'.");
            }
            List<RunComparison.ComparedRun> sides = new ArrayList<>();
            for (RunRow run : runs) {
                sides.add(new RunComparison.ComparedRun(
                        run, lab.store().trials(run.id()), lab.store().functions(run.id())));
            }
            RunComparison comparison = RunComparison.of(sides, metric(RunComparison.metrics(sides)));
            terminal.printLines(ComparisonTextReport.lines(comparison));
            if (picture != null) {
                exporter.export(
                        ExportFormat.PNG,
                        ComparisonBuilder.read(
                                lab.store(), comparison, comparison.cells().get(0)),
                        ChartTheme.LIGHT,
                        picture);
                terminal.print("Wrote " + picture);
            }
        }
        return ExitCode.OK;
    }

    private Metric metric(List<Metric> available) throws LabException {
        return available.stream()
                .filter(one -> metric == null || one.id().equals(metric))
                .findFirst()
                .orElseThrow(() -> new LabException(
                        LabException.Kind.BAD_INPUT,
                        "These runs cannot be compared by \"" + metric + "\".",
                        "Available metrics: "
                                + available.stream().map(Metric::id).collect(Collectors.joining(", ")) + "."));
    }
}
