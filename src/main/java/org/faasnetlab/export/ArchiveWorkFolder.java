package org.faasnetlab.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.store.TableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of the tables of an archive while it is written or read; deleted when closed. */
public final class ArchiveWorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveWorkFolder.class);

    private final Path folder;

    private ArchiveWorkFolder(Path folder) {
        this.folder = folder;
    }

    public static ArchiveWorkFolder create() throws IOException {
        return new ArchiveWorkFolder(Files.createTempDirectory("faasnetlab-runs"));
    }

    public Path path() {
        return folder;
    }

    public Path file(TableFile table) {
        return folder.resolve(table.file());
    }

    @Override
    public void close() {
        try {
            for (TableFile table : TableFile.values()) {
                Files.deleteIfExists(file(table));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("Cannot delete the folder {}", folder, e);
        }
    }
}
