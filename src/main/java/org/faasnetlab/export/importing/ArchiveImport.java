package org.faasnetlab.export.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.faasnetlab.LabException;
import org.faasnetlab.export.ArchiveManifest;
import org.faasnetlab.export.ArchiveWorkFolder;
import org.faasnetlab.export.WorkFolderException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.format.PrintableText;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.TableFile;
import org.faasnetlab.testbed.FreeSpace;

/**
 * Brings the runs of an archive into a store: all of them or none. Archives come from anywhere, so nothing in one is
 * trusted: only the files that belong there are unpacked, to names of our own, no further than to the size that the
 * manifest states, and only tables with the right checksum are shown to the store.
 */
public final class ArchiveImport {
    /** Length to which names of an archive are shown, in characters. */
    private static final int MAX_NAME = 80;

    private static final int MAX_MANIFEST_BYTES = 1 << 20;

    /** Tables of measurements shrink to a tenth or so; what shrinks to less than a 300th part is no such table. */
    private static final long MAX_GROWTH = 300;

    /** Below this many bytes, growth says nothing. */
    private static final long SMALL_FILE = 16 << 20;

    /**
     * Imports the runs of an archive that are not in the store yet.
     *
     * @throws LabException if the archive cannot be read, or its runs cannot be imported
     */
    public RunArchive.ImportResult read(RunArchive archive, Path file) throws LabException {
        try (ZipFile zip = open(file);
                ArchiveWorkFolder folder = ArchiveWorkFolder.create()) {
            checkNames(zip, file);
            ArchiveManifest manifest = manifest(zip, file);
            checkVersion(manifest, archive, file);
            Map<String, ArchiveManifest.Entry> entries = new HashMap<>();
            manifest.files().forEach(entry -> entries.put(entry.name(), entry));
            checkSpace(zip, entries, folder, file);
            for (TableFile table : TableFile.values()) {
                if (!table.existsIn(manifest.tables())) {
                    continue;
                }
                ArchiveManifest.Entry entry = entries.get(table.file());
                ZipEntry packed = zip.getEntry(table.file());
                if (entry == null || packed == null) {
                    throw damaged(file, Phrase.of("{0} is missing", table.file()));
                }
                unpack(zip, packed, entry, folder, table, file);
            }
            return archive.importRuns(folder.path());
        } catch (WorkFolderException e) {
            throw e.ofImport();
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("Cannot read archive {0}: {1}.", file, e.getMessage()),
                    Phrase.of("Nothing was imported. Copy or export the archive again."),
                    e);
        }
    }

    private static ZipFile open(Path file) throws LabException {
        try {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            return new ZipFile(file.toFile());
        } catch (NoSuchFileException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("File {0} does not exist.", file),
                    Phrase.of("Specify an existing archive."),
                    e);
        } catch (ZipException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("{0} is not a run archive, or is truncated.", file),
                    Phrase.of("Nothing was imported. Copy or export the archive again."),
                    e);
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("Cannot open archive {0}: {1}.", file, e.getMessage()),
                    Phrase.of("Check that the file is readable."),
                    e);
        }
    }

    private static void checkNames(ZipFile zip, Path file) throws LabException {
        Set<String> expected =
                new HashSet<>(Set.of(ArchiveManifest.NAME, ArchiveManifest.FINDINGS, ArchiveManifest.SCRIPT));
        for (TableFile table : TableFile.values()) {
            expected.add(table.file());
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!expected.remove(entry.getName())) {
                throw damaged(
                        file,
                        Phrase.of("\"{0}\" is unexpected or duplicate", PrintableText.line(entry.getName(), MAX_NAME)));
            }
        }
    }

    private static ArchiveManifest manifest(ZipFile zip, Path file) throws LabException {
        ZipEntry entry = zip.getEntry(ArchiveManifest.NAME);
        if (entry == null) {
            throw damaged(file, Phrase.of("{0} is missing", ArchiveManifest.NAME));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] json = in.readNBytes(MAX_MANIFEST_BYTES + 1);
            if (json.length > MAX_MANIFEST_BYTES) {
                throw damaged(file, Phrase.of("{0} is too large", ArchiveManifest.NAME));
            }
            return ArchiveManifest.parse(json);
        } catch (IOException e) {
            throw damaged(file, Phrase.of("{0} is unreadable", ArchiveManifest.NAME), e);
        }
    }

    private static void checkVersion(ArchiveManifest manifest, RunArchive archive, Path file) throws LabException {
        if (manifest.version() > ArchiveManifest.VERSION || manifest.tables() > archive.version()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of(
                            "Archive {0} was written by a newer version of FaaS Network Lab (archive version {1},"
                                    + " tables {2}).",
                            file, manifest.version(), manifest.tables()),
                    Phrase.of("Nothing was imported. Use that version."));
        }
    }

    private static void checkSpace(
            ZipFile zip, Map<String, ArchiveManifest.Entry> entries, ArchiveWorkFolder folder, Path file)
            throws IOException, LabException {
        long total = 0;
        for (ArchiveManifest.Entry entry : entries.values()) {
            ZipEntry packed = zip.getEntry(entry.name());
            if (packed == null || entry.bytes() < 0) {
                throw damaged(
                        file,
                        Phrase.of(
                                "{0} contains the invalid file name \"{1}\"",
                                ArchiveManifest.NAME, PrintableText.line(entry.name(), MAX_NAME)));
            }
            if (entry.bytes() > SMALL_FILE && entry.bytes() / MAX_GROWTH > packed.getCompressedSize()) {
                throw damaged(file, Phrase.of("{0} has an implausible compression ratio", entry.name()));
            }
            total = Math.addExact(total, Math.min(entry.bytes(), Long.MAX_VALUE / 16));
        }
        if (total > FreeSpace.at(folder.path()).bytes()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of(
                            "Unpacking {0} requires {1} MB, more than is free in {2}.",
                            file, total / 1_000_000, folder.path()),
                    Phrase.of("Nothing was imported. Free some disk space."));
        }
    }

    private static void unpack(
            ZipFile zip,
            ZipEntry packed,
            ArchiveManifest.Entry entry,
            ArchiveWorkFolder folder,
            TableFile table,
            Path file)
            throws IOException, LabException {
        MessageDigest digest = ArchiveManifest.newDigest();
        long left = entry.bytes();
        try (InputStream in = zip.getInputStream(packed);
                OutputStream out = folder.output(table)) {
            byte[] buffer = new byte[1 << 16];
            int read = read(in, buffer, entry, file);
            while (read >= 0) {
                left -= read;
                if (left < 0) {
                    throw damaged(file, Phrase.of("{0} is larger than stated in the manifest", entry.name()));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                read = read(in, buffer, entry, file);
            }
        }
        if (left > 0) {
            throw damaged(file, Phrase.of("{0} is smaller than stated in the manifest", entry.name()));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw damaged(file, Phrase.of("{0} does not match the checksum in the manifest", entry.name()));
        }
    }

    private static int read(InputStream in, byte[] buffer, ArchiveManifest.Entry entry, Path file) throws LabException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw damaged(file, Phrase.of("{0} cannot be unpacked", entry.name()), e);
        }
    }

    private static LabException damaged(Path file, Phrase why) {
        return new LabException(
                LabException.Kind.BAD_INPUT,
                sentence(file, why),
                Phrase.of("Nothing was imported. Copy or export the archive again."));
    }

    private static LabException damaged(Path file, Phrase why, IOException cause) {
        return new LabException(
                LabException.Kind.BAD_INPUT,
                sentence(file, why),
                Phrase.of("Nothing was imported. Copy or export the archive again."),
                cause);
    }

    private static Phrase sentence(Path file, Phrase why) {
        return Phrase.of("Archive {0} is damaged or is not a run archive: {1}.", file, why);
    }
}
