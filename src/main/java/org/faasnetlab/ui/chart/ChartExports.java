package org.faasnetlab.ui.chart;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Texts;

/** Copies the chart that the user is looking at to the clipboard, or saves it to a file. */
public final class ChartExports {
    private final Texts texts = Texts.of(ChartExports.class);
    private final Desktop desktop;
    private final Dialogs dialogs;
    private final RunExporter exporter;
    private final BackgroundTasks tasks;

    public ChartExports(Desktop desktop, Dialogs dialogs, RunExporter exporter, BackgroundTasks tasks) {
        this.desktop = desktop;
        this.dialogs = dialogs;
        this.exporter = exporter;
        this.tasks = tasks;
    }

    void copyImage(Image image) {
        desktop.copy(image);
        dialogs.toast(texts.get("copied.image"));
    }

    /** Copies a text. */
    public void copyText(String text) {
        desktop.copy(text);
        dialogs.toast(texts.get("copied.table"));
    }

    /** Copies what is drawn as a table that spreadsheets can paste. */
    void copyData(ChartData chart) {
        ChartTable table = chart.exportedTable();
        desktop.copy(table.rows().stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", String.join("\t", table.columns()) + "\n", "\n")));
        dialogs.toast(texts.get("copied.data", String.valueOf(table.rows().size())));
    }

    /** Saves the chart in the format of the file name that the user chooses. */
    public void save(ChartData chart, BandwidthUnit unit) {
        Desktop.FileKind kind = new Desktop.FileKind(
                texts.get("save.kind"),
                List.of(ExportFormat.PNG.extension(), ExportFormat.SVG.extension(), ExportFormat.CSV.extension()));
        desktop.chooseFileToSave(texts.get("save.title"), kind, "chart.png").ifPresent(file -> save(chart, unit, file));
    }

    private void save(ChartData chart, BandwidthUnit unit, Path file) {
        tasks.of(
                        () -> exporter.export(formatOf(file), chart, ChartTheme.LIGHT, unit, file),
                        files -> dialogs.toast(
                                texts.get("saved", file.toString()),
                                texts.get("saved.show"),
                                () -> desktop.open(Objects.requireNonNullElse(
                                        file.toAbsolutePath().getParent(), file))),
                        dialogs::problem)
                .start();
    }

    private static ExportFormat formatOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith("." + ExportFormat.SVG.extension())) {
            return ExportFormat.SVG;
        }
        return name.endsWith("." + ExportFormat.CHART_CSV.extension()) ? ExportFormat.CHART_CSV : ExportFormat.PNG;
    }
}
