package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests files created by earlier versions of the program. */
class SchemaUpgradeTest {
    @TempDir
    Path directory;

    @Test
    void aFileOfVersionOneIsUpgradedInPlaceWithAllItsRuns() throws IOException, StoreException {
        unpack("runs-version-1.duckdb.gz");
        List<RunData> kept = List.of(SampleRuns.small(), SampleRuns.s3Upload());
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            for (RunData run : kept) {
                assertThat(store.load(run.run().id())).contains(run);
            }
            store.label(kept.get(0).run().id(), RunLabel.of("First", null, List.of("old")));
            SampleRuns.save(store, SampleRuns.sharedHost());
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            assertThat(store.runs()).hasSize(3);
            assertThat(store.run(kept.get(0).run().id()).orElseThrow().title()).isEqualTo("First");
            assertThat(store.load(kept.get(1).run().id())).contains(kept.get(1));
        }
    }

    private void unpack(String name) throws IOException {
        try (InputStream packed = Objects.requireNonNull(getClass().getResourceAsStream(name));
                InputStream file = new GZIPInputStream(packed)) {
            Files.copy(file, directory.resolve(RunDatabase.FILE));
        }
    }
}
