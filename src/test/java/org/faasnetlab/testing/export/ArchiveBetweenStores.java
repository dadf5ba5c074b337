package org.faasnetlab.testing.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.export.ArchiveBetweenStores.LABEL;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.faasnetlab.LabException;
import org.faasnetlab.export.ArchiveExport;
import org.faasnetlab.export.ArchiveManifest;
import org.faasnetlab.export.importing.ArchiveImport;
import org.faasnetlab.store.RunArchive.ImportResult;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two stores, and an archive that goes from one to the other. */
public final class ArchiveBetweenStores implements BeforeEachCallback, AfterEachCallback {
    public static final RunLabel LABEL =
            RunLabel.of("'); DROP TABLE runs; --", "a note, \"quoted\"\nof two lines", List.of("paper"));

    public Path folder;
    public RunStore here;
    public RunStore there;
    public Path file;

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        folder = Files.createTempDirectory("archives");
        here = new DuckDbRunStore(folder.resolve("here"));
        there = new DuckDbRunStore(folder.resolve("there"));
        file = folder.resolve("runs.faasnetlab.zip");
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        here.close();
        there.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** As if the program had been restarted. */
    public void openThereAgain() throws StoreException {
        there.close();
        there = new DuckDbRunStore(folder.resolve("there"));
    }

    /** An archive of one labelled run, which then is in neither store. */
    public void sampleArchive() throws Exception {
        SampleRuns.save(here, SampleRuns.small());
        String id = SampleRuns.small().run().id();
        here.label(id, LABEL);
        export(here, List.of(id));
        here.delete(id);
    }

    public void export(RunStore store, List<String> ids) throws LabException {
        new ArchiveExport().write(store, ids, file);
    }

    public ImportResult bring() throws LabException {
        return new ArchiveImport().read(there.archive(), file);
    }

    public void change(String name, UnaryOperator<String> edit) throws Exception {
        change(name, edit, false);
    }

    /** Changes a file in the archive, and where it shall fit, also what the manifest says of it. */
    public void change(String name, UnaryOperator<String> edit, boolean fitting) throws Exception {
        rewrite(entries -> {
            String before = entries.get(name);
            String after = edit.apply(before);
            assertThat(after).isNotEqualTo(before);
            entries.put(name, after);
            if (fitting) {
                entries.computeIfPresent(
                        ArchiveManifest.NAME,
                        (manifest, json) -> json.replace(sha256(before), sha256(after))
                                .replaceAll(
                                        "(\"name\" : \"" + name + "\",\\s+\"bytes\" : )\\d+",
                                        "$1" + after.getBytes(StandardCharsets.UTF_8).length));
            }
            return entries;
        });
    }

    public static String sha256(String text) {
        MessageDigest digest = ArchiveManifest.newDigest();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes the archive again with other files. */
    public void rewrite(UnaryOperator<Map<String, String>> edit) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : edit.apply(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
