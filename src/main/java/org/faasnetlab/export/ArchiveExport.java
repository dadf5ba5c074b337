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
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.TableFile;

/**
 * Writes all that is kept of some runs as one archive, from which another store gives the same charts and exports. It is
 * a zip of tables as CSV, with a manifest that has their checksums. Beside them are the findings, and a script that computes
 * their numbers from the tables, for readers without this program.
 */
public final class ArchiveExport {
    /** Entries have no time of their own, so that the same runs give the same archive. */
    private static final long NO_TIME = 315_532_800_000L;

    private final ArchiveFindings findings = new ArchiveFindings(RunAnalysis::withBundledData);

    /**
     * Writes runs with all their data into one archive.
     *
     * @param runIds ids of runs that are over
     */
    public void write(RunStore store, List<String> runIds, Path file) throws LabException {
        try (ArchiveWorkFolder folder = ArchiveWorkFolder.create()) {
            store.archive().exportRuns(runIds, folder.path());
            AtomicFileWriter.write(file, out -> pack(store, runIds, folder, out));
        } catch (IOException e) {
            throw AtomicFileWriter.toException(file, e);
        }
    }

    private void pack(RunStore store, List<String> runIds, ArchiveWorkFolder folder, OutputStream out)
            throws IOException, LabException {
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
            beginEntry(zip, ArchiveManifest.FINDINGS);
            findings.write(store, runIds, zip);
            zip.closeEntry();
            beginEntry(zip, ArchiveManifest.SCRIPT);
            try (InputStream script = Objects.requireNonNull(
                    ArchiveExport.class.getResourceAsStream(ArchiveManifest.SCRIPT), ArchiveManifest.SCRIPT)) {
                script.transferTo(zip);
            }
            zip.closeEntry();
            beginEntry(zip, ArchiveManifest.NAME);
            zip.write(
                    new ArchiveManifest(ArchiveManifest.VERSION, store.archive().version(), entries).json());
            zip.closeEntry();
        }
    }

    private static void beginEntry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
    }
}
