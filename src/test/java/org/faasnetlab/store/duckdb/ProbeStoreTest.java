package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.protocol.ProbeHistograms;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeStoreTest {
    private static final ProbeRow PROBES = new ProbeRow(
            0,
            0,
            new ProbeHistograms(
                    LatencyHistogram.of(1_000, 2_000_000), LatencyHistogram.of(90_000_000), LatencyHistogram.EMPTY));

    @TempDir
    Path directory;

    @Test
    void probesAreReplacedAndDeletedWithTheirRun() throws Exception {
        RunData run = SampleRuns.small();
        String id = run.run().id();
        ProbeRow again = new ProbeRow(0, 0, ProbeHistograms.NONE);
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, run);
            store.save(id, PROBES);
            assertThat(store.probes(id)).containsExactly(PROBES);
            assertThat(store.load(id).orElseThrow().probes()).containsExactly(PROBES);
            store.save(id, again);
            assertThat(store.probes(id)).containsExactly(again);
            store.delete(id);
            assertThat(store.probes(id)).isEmpty();
        }
    }

    @Test
    void probesMoveWithTheTablesOfAnArchive() throws Exception {
        RunData run = SampleRuns.small();
        String id = run.run().id();
        Path tables = Files.createDirectory(directory.resolve("tables"));
        try (DuckDbRunStore store = new DuckDbRunStore(directory.resolve("one"))) {
            SampleRuns.save(store, run);
            store.save(id, PROBES);
            store.archive().exportRuns(List.of(id), tables);
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory.resolve("other"))) {
            store.archive().importRuns(tables);
            assertThat(store.probes(id)).containsExactly(PROBES);
        }
    }
}
