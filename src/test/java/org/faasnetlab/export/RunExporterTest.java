package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunExporterTest {
    private final RunExporter exporter = new RunExporter(ZoneOffset.UTC);
    private final RunData run = PlainRuns.completed("20261123-104210-k3f9");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyFormatWritesNamedFileAndReportsIt(ExportFormat format) throws Exception {
        Path file = folder.resolve("out");

        List<Path> written = export(format, run, file);

        assertThat(written).contains(file).allSatisfy(each -> assertThat(each).isNotEmptyFile());
    }

    @Test
    void everyTrialHasAPictureOfItsOwn() throws Exception {
        RunData two = PlainRuns.twice("20261123-104210-t2t2");

        assertThat(export(ExportFormat.PNG, two, folder.resolve("out.png")))
                .containsExactly(folder.resolve("out.trial-1.png"), folder.resolve("out.trial-2.png"))
                .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
        assertThat(folder.resolve("out.png")).doesNotExist();
    }

    @Test
    void aRunWithoutATrialCannotBeDrawn() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() ->
                        export(ExportFormat.PNG, PlainRuns.without("x", RunStatus.FAILED), folder.resolve("out.png")))
                .withMessageContaining("no trials to plot");
    }

    private List<Path> export(ExportFormat format, RunData data, Path file) throws LabException {
        try (RunStore store = new DuckDbRunStore(folder.resolve("data"))) {
            SampleRuns.save(store, data);
            return exporter.export(format, store, data.run(), ChartSelection.TIMELINE, file);
        }
    }

    @Test
    void namesOfDerivedFilesAreKnownBeforehand() {
        Path csv = Path.of("/x/a.csv");
        assertThat(RunExporter.canWrite(ExportFormat.CSV, csv, Path.of("/x/a.functions.csv")))
                .isTrue();
        assertThat(RunExporter.canWrite(ExportFormat.CSV, csv, Path.of("/x/a.trials.csv")))
                .isTrue();
        assertThat(RunExporter.canWrite(ExportFormat.CSV, csv, Path.of("/y/a.trials.csv")))
                .isFalse();
        assertThat(RunExporter.canWrite(ExportFormat.PNG, Path.of("/x/a.png"), Path.of("/x/a.trial-12.png")))
                .isTrue();
        assertThat(RunExporter.canWrite(ExportFormat.SVG, Path.of("/x/a"), Path.of("/x/a.trial-1")))
                .isTrue();
        assertThat(RunExporter.canWrite(ExportFormat.PNG, Path.of("/x/a.png"), Path.of("/x/a.trials.csv")))
                .isFalse();
        assertThat(RunExporter.canWrite(ExportFormat.JSON, Path.of("/x/a.csv"), Path.of("/x/a.trials.csv")))
                .isFalse();
    }
}
