package org.faasnetlab.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.TableFile;

/**
 * Writes all that is kept of some runs as one archive, from which another store gives the same charts and exports. It is
 * a zip of tables as CSV, with a manifest that has their checksums.
 */
public final class ArchiveExport {
    /** Entries have no time of their own, so that the same runs give the same archive. */
    private static final long NO_TIME = 315_532_800_000L;

    /** @param runIds ids of runs that are over */
    public void write(RunArchive archive, List<String> runIds, Path file) throws LabException {
        try (ArchiveWorkFolder folder = ArchiveWorkFolder.create()) {
            archive.exportRuns(runIds, folder.path());
            AtomicFileWriter.write(file, out -> pack(archive.version(), folder, out));
        } catch (IOException e) {
            throw AtomicFileWriter.toException(file, e);
        }
    }

    private static void pack(int version, ArchiveWorkFolder folder, OutputStream out) throws IOException {
        List<ArchiveManifest.Entry> entries = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (TableFile table : TableFile.values()) {
                MessageDigest digest = ArchiveManifest.newDigest();
                beginEntry(zip, table.file());
                try (InputStream in = new DigestInputStream(Files.newInputStream(folder.file(table)), digest)) {
                    long bytes = in.transferTo(zip);
                    entries.add(new ArchiveManifest.Entry(
                            table.file(), bytes, HexFormat.of().formatHex(digest.digest())));
                }
                zip.closeEntry();
            }
            beginEntry(zip, ArchiveManifest.NAME);
            zip.write(new ArchiveManifest(ArchiveManifest.VERSION, version, entries).json());
            zip.closeEntry();
        }
    }

    private static void beginEntry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
    }
}
