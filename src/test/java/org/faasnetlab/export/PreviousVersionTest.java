package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.faasnetlab.export.importing.ArchiveImport;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.s3.S3Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database, an archive and exports of version 3 of the tables, in which trials did not store all settings of their
 * workload: missing ones are read from the settings of the run.
 */
class PreviousVersionTest {
    private static final String IPERF3 = "20261129-231155-nns2";
    private static final String BOTH = "20261129-231204-mp48";
    private static final String S3 = "20261129-231212-7za8";

    @TempDir
    Path folder;

    @Test
    void aDatabaseIsUpgradedAndExportsTheSameCsv() throws Exception {
        Files.createDirectories(folder.resolve("old"));
        try (InputStream packed = resource("/org/faasnetlab/store/duckdb/runs-version-3.duckdb.gz");
                InputStream file = new GZIPInputStream(packed)) {
            Files.copy(file, folder.resolve("old/runs.duckdb"));
        }
        try (RunStore store = new DuckDbRunStore(folder.resolve("old"))) {
            assertRuns(store);
        }
        try (RunStore again = new DuckDbRunStore(folder.resolve("old"))) {
            assertRuns(again);
        }
    }

    @Test
    void anArchiveIsImportedAndExportsTheSameCsv() throws Exception {
        Path archive = folder.resolve("runs.faasnetlab.zip");
        try (InputStream file = resource("version-3/runs.faasnetlab.zip")) {
            Files.copy(file, archive);
        }
        try (RunStore store = new DuckDbRunStore(folder.resolve("new"))) {
            assertThat(new ArchiveImport().read(store.archive(), archive).added())
                    .containsExactly(IPERF3, BOTH, S3);
            assertRuns(store);
        }
    }

    private void assertRuns(RunStore store) throws Exception {
        assertThat(store.trials(IPERF3))
                .extracting(TrialRow::cell)
                .containsExactlyElementsOf(plannedCells(store, IPERF3))
                .contains(new Cell(
                        512,
                        2,
                        new Iperf3Workload(Direction.DOWNLOAD, 2, 1, 500, 0, null),
                        NetworkSettings.parse("200Mbit+2097152B@400Mbit", 4, "1Gbit")));
        assertThat(store.trials(BOTH)).extracting(TrialRow::cell).containsExactlyElementsOf(plannedCells(store, BOTH));
        assertThat(store.trials(S3))
                .extracting(TrialRow::cell)
                .containsExactlyElementsOf(plannedCells(store, S3))
                .containsExactly(new Cell(
                        1769,
                        2,
                        new S3Workload(Direction.DOWNLOAD, DataSize.ofMebibytes(8), 4, DataSize.ofMebibytes(8), 500),
                        NetworkSettings.parse("625Mbit", 1, "unlimited")));
        for (String id : List.of(IPERF3, BOTH, S3)) {
            String name = id.substring(id.lastIndexOf('-') + 1);
            RunRow run = store.run(id).orElseThrow();
            List<Path> files = new CsvExport().write(store, run, folder.resolve(name + ".csv"));
            assertThat(files).hasSize(3);
            for (Path file : files) {
                try (InputStream expected = resource("version-3/" + file.getFileName())) {
                    assertThat(file).hasBinaryContent(expected.readAllBytes());
                }
            }
        }
    }

    /** Such trials are not measured again when their run is resumed. */
    private static List<Cell> plannedCells(RunStore store, String id) throws Exception {
        return PRESETS.restore(store.run(id).orElseThrow()).trials().stream()
                .map(trial -> trial.cell())
                .toList();
    }

    private static InputStream resource(String name) throws IOException {
        return Objects.requireNonNull(PreviousVersionTest.class.getResourceAsStream(name), name);
    }
}
