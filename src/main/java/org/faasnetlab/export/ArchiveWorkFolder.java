package org.faasnetlab.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    /**
     * Creates the file of a table.
     *
     * @throws WorkFolderException if it cannot be created; writing and closing throw it as well
     */
    public OutputStream output(TableFile table) throws WorkFolderException {
        try {
            return new CheckedOutput(Files.newOutputStream(file(table)));
        } catch (IOException e) {
            throw new WorkFolderException(folder, e);
        }
    }

    /** States which file failed: that of the folder, and not the one that is read. */
    private final class CheckedOutput extends FilterOutputStream {
        CheckedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws WorkFolderException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws WorkFolderException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new WorkFolderException(folder, e);
            }
        }

        @Override
        public void close() throws WorkFolderException {
            try {
                out.close();
            } catch (IOException e) {
                throw new WorkFolderException(folder, e);
            }
        }
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
