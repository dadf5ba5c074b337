package org.faasnetlab.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.TrialTimeline;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.ExportException;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.PngExport;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.TrialRow;

/** The exports of this program. A picture shows one trial; a run with several becomes several, numbered. */
public final class FileExporters implements Exporters {
    private final CsvExport csv = new CsvExport();
    private final JsonExport json = new JsonExport();
    private final PngExport png = new PngExport();
    private final TrialTimeline timeline;

    /** @param zone of the dates in pictures */
    public FileExporters(ZoneId zone) {
        this.timeline = new TrialTimeline(zone);
    }

    @Override
    public List<Path> export(ExportFormat format, RunData run, Path file) throws LabException {
        return switch (format) {
            case CSV -> csv.write(run, file);
            case JSON -> {
                json.write(run, file);
                yield List.of(file);
            }
            case PNG -> pictures(run, file);
        };
    }

    private List<Path> pictures(RunData run, Path file) throws LabException {
        if (run.trials().isEmpty()) {
            throw new InputException(
                    "The run " + run.run().id() + " has no trial, so there is nothing to draw.",
                    "Write it as JSON, which has all that is known of it.");
        }
        List<Path> written = new ArrayList<>();
        for (TrialRow trial : run.trials()) {
            Path picture = run.trials().size() == 1 ? file : numbered(file, trial.index() + 1);
            draw(run, trial, picture);
            written.add(picture);
        }
        return written;
    }

    private void draw(RunData run, TrialRow trial, Path picture) throws ExportException {
        png.write(timeline.of(run, trial).picking(Set.of()).draw(ChartTheme.LIGHT), picture);
    }

    /** {@code out.trial-2.png} for {@code out.png}. */
    private static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        int end = dot <= 0 ? name.length() : dot;
        return file.resolveSibling(name.substring(0, end) + ".trial-" + number + name.substring(end));
    }
}
