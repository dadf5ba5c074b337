package org.faasnetlab.export;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** The manifest of an archive; whole archives are in the tests of the import. */
public final class ArchiveFuzzTargets {
    private ArchiveFuzzTargets() {}

    public static List<FuzzTarget> all() {
        ArchiveManifest manifest = new ArchiveManifest(
                1,
                4,
                List.of(
                        new ArchiveManifest.Entry("runs.parquet", 1000, "ab".repeat(32)),
                        new ArchiveManifest.Entry("intervals.parquet", 100_000, "cd".repeat(32))));
        try {
            return List.of(new FuzzTarget(
                            "manifest of an archive",
                            List.of(manifest.json()),
                            Set.of(IOException.class),
                            1,
                            ArchiveManifest::parse)
                    .covers(ArchiveManifest.class));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
