package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.TrialSource;
import org.faasnetlab.analysis.TrialTimeline;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.store.DuckDbRunStore;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.RunTables.BroughtIn;
import org.faasnetlab.store.SampleRuns;
import org.faasnetlab.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives between two stores, as they should be and as somebody hostile would make them. */
class ArchiveIT {
    private static final RunLabel LABEL =
            RunLabel.of("'); DROP TABLE runs; --", "a note, \"quoted\"\nof two lines", List.of("paper"));

    @TempDir
    Path folder;

    private RunStore here;
    private RunStore there;
    private Path file;

    @BeforeEach
    void open() throws StoreException {
        here = new DuckDbRunStore(folder.resolve("here"));
        there = new DuckDbRunStore(folder.resolve("there"));
        file = folder.resolve("runs.faasnetlab.zip");
    }

    @AfterEach
    void close() throws StoreException {
        here.close();
        there.close();
    }

    @Test
    void importedRunsGiveTheSameChartsAndExportsByteForByte() throws Exception {
        List<RunData> runs = SampleRuns.all().toList();
        for (RunData run : runs) {
            SampleRuns.save(here, run);
        }
        String labelled = runs.get(0).run().id();
        here.label(labelled, LABEL);
        SampleRuns.save(there, SampleRuns.running("another", 1));

        export(here, ids(runs));
        BroughtIn imported = bring();

        assertThat(imported.added()).containsExactlyInAnyOrderElementsOf(ids(runs));
        assertThat(imported.alreadyThere()).isEmpty();
        assertThat(there.labels()).isEqualTo(Map.of(labelled, LABEL));
        for (String id : ids(runs)) {
            RunData before = here.load(id).orElseThrow();
            RunData after = there.load(id).orElseThrow();
            assertThat(after).isEqualTo(before);
            assertThat(files(there, after, "after")).containsExactlyElementsOf(files(here, before, "before"));
        }
    }

    @Test
    void aSecondArchiveOfTheImportedRunsIsTheSame() throws Exception {
        SampleRuns.save(here, SampleRuns.small());
        export(here, ids(List.of(SampleRuns.small())));
        byte[] first = Files.readAllBytes(file);
        bring();
        export(there, ids(List.of(SampleRuns.small())));
        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void aRunThatIsHereAlreadyIsSaidAndStaysAsItIs() throws Exception {
        SampleRuns.save(here, SampleRuns.small());
        SampleRuns.save(here, SampleRuns.sharedHost());
        export(here, ids(List.of(SampleRuns.small())));
        bring();
        there.label(SampleRuns.small().run().id(), LABEL);
        export(here, ids(List.of(SampleRuns.small(), SampleRuns.sharedHost())));

        BroughtIn again = bring();

        assertThat(again.alreadyThere())
                .containsExactly(SampleRuns.small().run().id());
        assertThat(again.added()).containsExactly(SampleRuns.sharedHost().run().id());
        assertThat(there.runs()).hasSize(2);
        assertThat(there.labels()).hasSize(1);
        assertThat(there.intervals(SampleRuns.small().run().id(), 0)).hasSize(2);
    }

    @Test
    void anImportedRunIsThereAfterTheStoreIsOpenedAgainAndCanBeDeletedAndImportedAgain() throws Exception {
        SampleRuns.save(here, SampleRuns.small());
        String id = SampleRuns.small().run().id();
        export(here, List.of(id));
        bring();
        there.close();
        there = new DuckDbRunStore(folder.resolve("there"));
        assertThat(there.load(id)).contains(SampleRuns.small());
        there.delete(id);
        assertThat(bring().added()).containsExactly(id);
        assertThat(there.load(id)).contains(SampleRuns.small());
    }

    @Test
    void aCutOffArchiveIsRefusedAtEveryLength() throws Exception {
        sampleArchive();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("is no archive of runs, or its end is missing");
        }
    }

    @Test
    void aChangedByteIsRefused() throws Exception {
        sampleArchive();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 40; at < whole.length - 600; at += whole.length / 25) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x11;
            Files.write(file, changed);
            try {
                // A byte that says nothing, such as a time, may change.
                assertThat(bring().alreadyThere().size() + there.runs().size()).isPositive();
                there.delete(SampleRuns.small().run().id());
            } catch (LabException refused) {
                assertThat(refused.nextStep()).contains("Nothing was brought in");
            }
        }
        assertThat(there.runs()).isEmpty();
    }

    @Test
    void anArchiveOfANewerVersionIsRefused() throws Exception {
        sampleArchive();
        change(ArchiveManifest.NAME, json -> json.replace("\"version\" : 1", "\"version\" : 2"));
        assertRefused("written by a newer version of FaaS Network Lab (archive version 2");
        sampleArchive();
        change(ArchiveManifest.NAME, json -> json.replaceAll("\"tables\" : \\d+", "\"tables\" : 99"));
        assertRefused("newer version of FaaS Network Lab (archive version 1, tables 99)");
    }

    @Test
    void anArchiveOfAnOlderVersionWithoutALaterTableIsRead() throws Exception {
        sampleArchive();
        rewrite(entries -> {
            entries.remove("labels.csv");
            entries.computeIfPresent(
                    ArchiveManifest.NAME,
                    (name, json) -> json.replaceAll("\"tables\" : \\d+", "\"tables\" : 1")
                            .replaceAll("\\{[^{}]*labels\\.csv[^{}]*\\},", ""));
            return entries;
        });
        bring();
        assertThat(there.load(SampleRuns.small().run().id())).contains(SampleRuns.small());
        assertThat(there.labels()).isEmpty();
    }

    @Test
    void wrongChecksumsSizesAndMissingFilesAreNamed() throws Exception {
        sampleArchive();
        change("intervals.csv", text -> text.replace("7812500", "7812501"));
        assertRefused("intervals.csv does not have the checksum");
        sampleArchive();
        change("trials.csv", text -> text + text);
        assertRefused("trials.csv is larger than the manifest says");
        sampleArchive();
        change("trials.csv", text -> "");
        assertRefused("trials.csv is smaller than the manifest says");
        sampleArchive();
        rewrite(entries -> {
            entries.remove("labels.csv");
            return entries;
        });
        assertRefused("names the file \"labels.csv\" wrongly");
        sampleArchive();
        rewrite(entries -> {
            entries.remove(ArchiveManifest.NAME);
            return entries;
        });
        assertRefused("manifest.json is missing");
        sampleArchive();
        change(ArchiveManifest.NAME, json -> "{\"format\": 7");
        assertRefused("manifest.json cannot be read");
    }

    @Test
    void filesThatDoNotBelongThereAreRefusedAndWrittenNowhere() throws Exception {
        for (String name : List.of("../outside.csv", "/tmp/outside.csv", "..\\outside.csv", "runs.csv/", "notes.txt")) {
            sampleArchive();
            rewrite(entries -> {
                entries.put(name, name.endsWith("/") ? "" : "x");
                return entries;
            });
            assertRefused("\"" + name + "\" does not belong there");
        }
        assertThat(folder.resolve("outside.csv")).doesNotExist();
        assertThat(folder.getParent().resolve("outside.csv")).doesNotExist();
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() throws Exception {
        sampleArchive();
        // A name of the same length, then put right in the bytes, as no tool would write it.
        rewrite(entries -> {
            entries.put("sruns.cs", entries.get("runs.csv"));
            return entries;
        });
        byte[] bytes = Files.readAllBytes(file);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1).replace("sruns.cs", "runs.csv");
        Files.write(file, raw.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("\"runs.csv\" does not belong there or is there twice");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
        sampleArchive();
        change("intervals.csv", text -> text + "0".repeat(64 << 20), true);
        assertRefused("intervals.csv would grow beyond all measure");
        sampleArchive();
        change("intervals.csv", text -> text + "0".repeat(64 << 20));
        assertRefused("intervals.csv is larger than the manifest says");
    }

    @Test
    void tablesThatAreNotWhatTheyShouldBeAreRefusedWithTheirPlace() throws Exception {
        refusedTable("intervals.csv", text -> text.replace("7812500", "many"), "intervals.csv, line 2, does not fit");
        refusedTable("intervals.csv", text -> text.replace(",7812500,", ",-7812500,"), "less than no bytes");
        refusedTable("intervals.csv", text -> text.replaceAll("\n(\\d+),0,0,", "\n$1,0,7,"), "without its function");
        refusedTable("intervals.csv", text -> text.replaceAll("\n\\d+,", "\n77,"), "intervals.csv, does not fit");
        refusedTable("functions.csv", text -> text.replaceAll("\n(\\d+),1,", "\n$1,8,"), "without its trial");
        refusedTable("runs.csv", text -> text.replace("partial", "glorious"), "unknown: Corrupt status");
        refusedTable("runs.csv", text -> text.replace("partial", "running"), "a run that is under way");
        refusedTable("runs.csv", text -> text.replace("20261123-104210-k3f9", "../../evil"), "a run whose id is none");
        refusedTable("runs.csv", text -> text + text.split("\n", 2)[1], "two runs with one number");
        refusedTable(
                "runs.csv",
                text -> text.replace("preset", "colour"),
                "a column that is unknown or there twice: colour");
        refusedTable("trials.csv", text -> text.replace("download", "sideways"), "a value that is unknown");
        refusedTable("labels.csv", text -> text.replace("paper", "no tag,at all"), "labels.csv, line 2");
    }

    private void refusedTable(String name, UnaryOperator<String> edit, String why) throws Exception {
        sampleArchive();
        change(name, edit, true);
        assertRefused(why);
    }

    private void assertRefused(String why) throws StoreException {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(this::bring)
                .withMessageContaining(why)
                .satisfies(refused -> assertThat(refused.nextStep()).startsWith("Nothing was brought in"));
        assertThat(there.runs()).isEmpty();
        assertThat(there.intervals(SampleRuns.small().run().id(), 0)).isEmpty();
    }

    private void sampleArchive() throws Exception {
        SampleRuns.save(here, SampleRuns.small());
        String id = SampleRuns.small().run().id();
        here.label(id, LABEL);
        export(here, List.of(id));
        here.delete(id);
    }

    private void export(RunStore store, List<String> ids) throws LabException {
        new ArchiveExport().write(store.tables(), ids, file);
    }

    private BroughtIn bring() throws LabException {
        return new ArchiveImport().read(there.tables(), file);
    }

    private static List<String> ids(List<RunData> runs) {
        return runs.stream().map(RunData::run).map(RunRow::id).toList();
    }

    /** What is exported of a run and the pictures of its trials. */
    private List<byte[]> files(RunStore store, RunData run, String name) throws Exception {
        List<Path> written = new ArrayList<>(new CsvExport().write(run, folder.resolve(name + ".csv")));
        Path json = folder.resolve(name + ".json");
        new JsonExport().write(run, json);
        written.add(json);
        for (int trial = 0; trial < run.trials().size(); trial++) {
            Path picture = folder.resolve(name + trial + ".png");
            TrialSource source =
                    new TrialSource(run.run(), run.trials().size(), run.trials().get(trial), run.functions());
            new PngExport()
                    .write(new TrialTimeline(ZoneOffset.UTC).read(store, source).draw(ChartTheme.LIGHT), picture);
            written.add(picture);
        }
        List<byte[]> contents = new ArrayList<>();
        for (Path one : written) {
            contents.add(Files.readAllBytes(one));
        }
        return contents;
    }

    private void change(String name, UnaryOperator<String> edit) throws Exception {
        change(name, edit, false);
    }

    /** Changes a file in the archive, and where it shall fit, also what the manifest says of it. */
    private void change(String name, UnaryOperator<String> edit, boolean fitting) throws Exception {
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

    private static String sha256(String text) {
        MessageDigest digest = Checksum.start();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void rewrite(UnaryOperator<Map<String, String>> edit) throws IOException {
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
