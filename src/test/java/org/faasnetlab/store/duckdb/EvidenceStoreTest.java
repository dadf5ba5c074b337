package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceStoreTest {
    @TempDir
    Path directory;

    @Test
    void aFileWithoutEvidenceIsUpgradedInPlaceAndKeepsItsRuns() throws Exception {
        try (InputStream packed =
                        Objects.requireNonNull(getClass().getResourceAsStream("runs-without-evidence.duckdb.gz"));
                InputStream old = new GZIPInputStream(packed)) {
            Files.copy(old, directory.resolve(RunDatabase.FILE));
        }
        List<RunData> kept = List.of(SampleRuns.small(), SampleRuns.sharedHost());
        String id = kept.get(0).run().id();
        EvidenceRow evidence = SampleRuns.withEvidence().evidence().get(0);
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            for (RunData run : kept) {
                assertIsKept(run, store);
            }
            store.save(id, evidence);
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            assertThat(store.evidence(id)).containsExactly(evidence);
            assertIsKept(kept.get(1), store);
        }
    }

    /** The file was written when the preset had another title. */
    private static void assertIsKept(RunData run, DuckDbRunStore store) throws StoreException {
        RunData read = store.load(run.run().id()).orElseThrow();
        boolean custom = run.run().title().equals("Größe, \"zwei\" Funktionen");
        assertThat(read.run().title()).isEqualTo(custom ? run.run().title() : "iperf3 concurrent, download");
        assertThat(read).usingRecursiveComparison().ignoringFields("run.title").isEqualTo(run);
    }

    @Test
    void savingEvidenceAgainReplacesItAndDeletingTheRunDeletesIt() throws StoreException {
        RunData run = SampleRuns.withEvidence();
        String id = run.run().id();
        EvidenceRow again = new EvidenceRow(0, 1L, null, null, null, null, null, null, null, null);
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, run);
            assertThat(store.load(id)).contains(run);
            store.save(id, again);
            assertThat(store.evidence(id)).containsExactly(again);
            store.delete(id);
            assertThat(store.evidence(id)).isEmpty();
        }
    }
}
