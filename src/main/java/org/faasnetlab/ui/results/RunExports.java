package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.faasnetlab.analysis.TrialTimeline;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.ExportException;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.PngExport;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.store.RunData;
import org.jfree.chart.JFreeChart;

/** Writes a run into a file of each kind. */
public final class RunExports {
    private final TrialTimeline timeline;
    private final CsvExport csv = new CsvExport();
    private final JsonExport json = new JsonExport();
    private final PngExport png = new PngExport();

    /** @param zone of the dates in pictures */
    public RunExports(ZoneId zone) {
        timeline = new TrialTimeline(zone);
    }

    TrialTimeline timeline() {
        return timeline;
    }

    /**
     * @param trial index of the trial that a picture shows
     * @return the files that were written
     */
    List<Path> write(ExportKind kind, RunData run, int trial, Path file) throws ExportException {
        switch (kind) {
            case CSV -> {
                return csv.write(run, file);
            }
            case JSON -> json.write(run, file);
            case PNG -> png.write(picture(run, trial), file);
        }
        return List.of(file);
    }

    private JFreeChart picture(RunData run, int trial) {
        return timeline.of(run, run.trials().get(trial)).picking(Set.of()).draw(ChartTheme.LIGHT);
    }
}
