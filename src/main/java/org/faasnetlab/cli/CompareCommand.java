package org.faasnetlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.ComparisonTimeline;
import org.faasnetlab.analysis.RunComparison;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.export.PngExport;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.store.RunRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds runs against the first of them. */
@Command(
        name = "compare",
        header = "Compare two or more runs: medians, differences, and differing settings",
        description = "All runs are compared with the first one.")
final class CompareCommand implements Callable<Integer> {
    private final Screen screen;
    private final LabOpener opener;
    private final DataOption data;
    private final PngExport png = new PngExport();

    @Mixin
    private KeptRuns kept = new KeptRuns();

    @Option(
            names = "--png",
            paramLabel = "FILE",
            description = "Plot the aggregate bandwidth of the runs over time, for the first cell")
    private @Nullable Path picture;

    CompareCommand(Screen screen, LabOpener opener, DataOption data) {
        this.screen = screen;
        this.opener = opener;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open(opener)) {
            List<RunRow> runs = kept.rows(lab);
            if (runs.size() < 2) {
                throw new InputException(
                        "At least two runs are required.", "Specify another run. To list runs, run 'faasnetlab runs'.");
            }
            List<RunComparison.Side> sides = new ArrayList<>();
            for (RunRow run : runs) {
                sides.add(new RunComparison.Side(
                        run, lab.store().trials(run.id()), lab.store().functions(run.id())));
            }
            RunComparison comparison = RunComparison.of(sides);
            screen.lines(ComparisonReport.lines(comparison));
            if (picture != null) {
                png.write(
                        ComparisonTimeline.read(
                                        lab.store(),
                                        comparison,
                                        comparison.cells().get(0))
                                .draw(ChartTheme.LIGHT),
                        picture);
                screen.line("Wrote " + picture);
            }
        }
        return ExitCode.OK;
    }
}
