package org.faasnetlab.export.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.faasnetlab.LabException;
import org.faasnetlab.export.ArchiveManifest;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.TableFile;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Files of other programs and other users that users import. */
public final class ImportFuzzTargets {
    private static final Path RESOURCES = Path.of("src/test/resources/org/faasnetlab/export");

    /** The version of the tables that the archives of these targets have. */
    private static final int TABLES = 6;

    private ImportFuzzTargets() {}

    public static List<FuzzTarget> all() {
        List<byte[]> outputs = Stream.of("upload", "bidir", "download-omit", "interrupted", "refused", "udp")
                .map(name -> read("importing/iperf3-" + name + ".json"))
                .toList();
        List<byte[]> tables = List.of(
                read("small.csv"),
                bytes("offset_us;duration_us;bytes\r\n0;100000;1250000\r\n100000;100000;\"1250000\"\r\n"));
        RunImporter importer = new RunImporter(Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC));
        return List.of(
                new FuzzTarget(
                                "imported JSON of iperf3",
                                outputs,
                                Set.of(BadFileException.class),
                                1,
                                input -> new Iperf3Json().read(new ByteArrayInputStream(input)))
                        .covers(Iperf3Json.class),
                FuzzTarget.ofFile(
                                "imported tables of intervals",
                                "intervals.csv",
                                tables,
                                Set.of(LabException.class),
                                file -> importer.read(new UnreadTables(), List.of(file), Direction.DOWNLOAD))
                        .withShare(0.1)
                        .covers(CsvLines.class, RunImporter.class),
                FuzzTarget.ofFile(
                                "archives",
                                "runs.zip",
                                List.of(archive()),
                                Set.of(LabException.class),
                                file -> importer.read(new UnreadTables(), List.of(file), Direction.DOWNLOAD))
                        .withShare(0.1)
                        .covers(ArchiveImport.class));
    }

    /** An archive without compression, so that mutations reach the content. */
    private static byte[] archive() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        List<ArchiveManifest.Entry> files = new ArrayList<>();
        for (TableFile table : TableFile.values()) {
            byte[] content = bytes("run,trial\n1,0\n");
            entries.put(table.file(), content);
            files.add(new ArchiveManifest.Entry(
                    table.file(),
                    content.length,
                    HexFormat.of().formatHex(ArchiveManifest.newDigest().digest(content))));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entries.put(ArchiveManifest.NAME, new ArchiveManifest(ArchiveManifest.VERSION, TABLES, files).json());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry stored = new ZipEntry(entry.getKey());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(entry.getValue().length);
                CRC32 checksum = new CRC32();
                checksum.update(entry.getValue());
                stored.setCrc(checksum.getValue());
                zip.putNextEntry(stored);
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(RESOURCES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Does not look at the tables, which another target mutates. */
    private static final class UnreadTables implements RunArchive {
        @Override
        public int version() {
            return TABLES;
        }

        @Override
        public void exportRuns(List<String> runIds, Path directory) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ImportResult importRuns(Path directory) {
            return new ImportResult(List.of(), List.of());
        }
    }
}
