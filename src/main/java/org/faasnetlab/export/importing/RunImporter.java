package org.faasnetlab.export.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.export.ArchiveManifest;
import org.faasnetlab.export.ArchiveWorkFolder;
import org.faasnetlab.export.WorkFolderException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.format.PrintableText;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.RunArchive;

/**
 * Imports runs from files: archives of this program, tables of intervals, and JSON of iperf3. The content decides what a
 * file is. Of all files that are imported together, either everything is imported or nothing; only archives are imported
 * one by one.
 *
 * <p>Files come from anywhere: sizes and values are bounded, and an invalid file is rejected with its place and the
 * reason.
 */
public final class RunImporter {
    private static final int MAX_NAME = 100;
    private static final int ID_BYTES = 6;
    private static final int BUFFER = 1 << 16;

    /** What a file contains. */
    private enum Kind {
        ARCHIVE,
        IPERF3,
        TABLE
    }

    private final ArchiveImport archives = new ArchiveImport();
    private final Clock clock;

    public RunImporter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Imports files. Each archive and each table of intervals has runs of its own; all files of iperf3 together are one
     * run.
     *
     * @param direction direction of transfers of which a table does not state it
     * @throws LabException if a file is invalid or cannot be read
     */
    public RunArchive.ImportResult read(RunArchive store, List<Path> files, Direction direction) throws LabException {
        List<Path> tables = new ArrayList<>();
        List<Path> iperf3 = new ArrayList<>();
        List<Path> archiveFiles = new ArrayList<>();
        for (Path file : files) {
            switch (kind(file)) {
                case ARCHIVE -> archiveFiles.add(file);
                case IPERF3 -> iperf3.add(file);
                case TABLE -> tables.add(file);
            }
        }
        List<String> added = new ArrayList<>();
        List<String> present = new ArrayList<>();
        if (!tables.isEmpty() || !iperf3.isEmpty()) {
            add(foreign(store, tables, iperf3, direction), added, present);
        }
        for (Path file : archiveFiles) {
            add(archives.read(store, file), added, present);
        }
        return new RunArchive.ImportResult(added, present);
    }

    private static void add(RunArchive.ImportResult result, List<String> added, List<String> present) {
        added.addAll(result.added());
        present.addAll(result.alreadyPresent());
    }

    private static Kind kind(Path file) throws LabException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(64);
            if (start.length >= 4 && start[0] == 'P' && start[1] == 'K') {
                return Kind.ARCHIVE;
            }
            for (byte value : start) {
                if (value == '{') {
                    return Kind.IPERF3;
                }
                if (!Character.isWhitespace(value)) {
                    return Kind.TABLE;
                }
            }
            return Kind.TABLE;
        } catch (NoSuchFileException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("File {0} does not exist.", file),
                    Phrase.of("Specify an existing archive, table of intervals, or JSON file of iperf3."),
                    e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private RunArchive.ImportResult foreign(RunArchive store, List<Path> tables, List<Path> iperf3, Direction direction)
            throws LabException {
        try (ArchiveWorkFolder folder = ArchiveWorkFolder.create()) {
            MessageDigest digest = ArchiveManifest.newDigest();
            List<ImportSource> sources = new ArrayList<>();
            List<Iperf3Test> tests = new ArrayList<>();
            for (Path file : iperf3) {
                sources.add(source(file, direction));
                tests.addAll(read(file, digest, in -> new Iperf3Json().read(in)));
            }
            try (TableWriter writer = new TableWriter(folder, Iperf3Run.hasMetrics(tests))) {
                int key = 1;
                if (!iperf3.isEmpty()) {
                    write(new Iperf3Run(sources, tests), iperf3.get(0), writer, key++, id(digest));
                }
                for (Path file : tables) {
                    int number = key++;
                    MessageDigest own = ArchiveManifest.newDigest();
                    IntervalsCsv table = new IntervalsCsv(source(file, direction));
                    ImportedRun run = read(file, own, in -> table.read(in, writer, number));
                    own.update((byte) direction.ordinal());
                    run.writeTo(writer, number, id(own));
                }
            }
            return store.importRuns(folder.path());
        } catch (WorkFolderException e) {
            throw e.ofImport();
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Cannot write the temporary files of the import: {0}.", e.getMessage()),
                    Phrase.of("Nothing was imported. Free some disk space."),
                    e);
        }
    }

    private static void write(Iperf3Run run, Path file, TableWriter writer, int key, String id)
            throws IOException, LabException {
        try {
            run.write(writer, key).writeTo(writer, key, id);
        } catch (BadFileException e) {
            throw invalid(file, e);
        }
    }

    /** Reads the content of a file. */
    private interface Content<T> {
        T read(InputStream in) throws IOException, BadFileException;
    }

    private static <T> T read(Path file, MessageDigest digest, Content<T> content) throws LabException {
        try (InputStream in =
                new BufferedInputStream(new DigestInputStream(Files.newInputStream(file), digest), BUFFER)) {
            T read = content.read(in);
            in.transferTo(OutputStream.nullOutputStream());
            return read;
        } catch (WorkFolderException e) {
            throw e.ofImport();
        } catch (BadFileException e) {
            throw invalid(file, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private ImportSource source(Path file, Direction direction) throws LabException {
        try {
            return new ImportSource(
                    PrintableText.line(String.valueOf(file.getFileName()), MAX_NAME),
                    Files.getLastModifiedTime(file).toInstant(),
                    clock.instant(),
                    direction);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String id(MessageDigest digest) {
        return "import-" + HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    private static LabException unreadable(Path file, IOException e) {
        return new LabException(
                LabException.Kind.BAD_INPUT,
                Phrase.of("Cannot read {0}: {1}.", file, e.getMessage()),
                Phrase.of("Nothing was imported. Check that the file is readable."),
                e);
    }

    private static LabException invalid(Path file, BadFileException e) {
        return new LabException(
                LabException.Kind.BAD_INPUT,
                Phrase.of("Cannot import {0}: {1}.", file, e.getMessage()),
                Phrase.of("Nothing was imported. Correct the file; the user guide has the formats under \"Import\"."),
                e);
    }
}
