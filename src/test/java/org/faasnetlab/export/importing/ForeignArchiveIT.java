package org.faasnetlab.export.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.faasnetlab.LabException;
import org.faasnetlab.export.ArchiveManifest;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testing.export.ArchiveBetweenStores;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Archives as another version, a broken disk or somebody hostile would make them. */
class ForeignArchiveIT {
    @RegisterExtension
    private final ArchiveBetweenStores archive = new ArchiveBetweenStores();

    @Test
    void aCutOffArchiveIsRefusedAtEveryLength() throws Exception {
        archive.sampleArchive();
        byte[] whole = Files.readAllBytes(archive.file);
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
            Files.write(archive.file, Arrays.copyOf(whole, length));
            assertRefused("is no archive of runs, or its end is missing");
        }
    }

    @Test
    void aChangedByteIsRefused() throws Exception {
        archive.sampleArchive();
        byte[] whole = Files.readAllBytes(archive.file);
        for (int at = 40; at < whole.length - 600; at += whole.length / 25) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x11;
            Files.write(archive.file, changed);
            try {
                // A byte that says nothing, such as a time, may change.
                assertThat(archive.bring().alreadyThere().size()
                                + archive.there.runs().size())
                        .isPositive();
                archive.there.delete(SampleRuns.small().run().id());
            } catch (LabException refused) {
                assertThat(refused.nextStep()).contains("Nothing was brought in");
            }
        }
        assertThat(archive.there.runs()).isEmpty();
    }

    @Test
    void anArchiveOfANewerVersionIsRefused() throws Exception {
        archive.sampleArchive();
        archive.change(ArchiveManifest.NAME, json -> json.replace("\"version\" : 1", "\"version\" : 2"));
        assertRefused("written by a newer version of FaaS Network Lab (archive version 2");
        archive.sampleArchive();
        archive.change(ArchiveManifest.NAME, json -> json.replaceAll("\"tables\" : \\d+", "\"tables\" : 99"));
        assertRefused("newer version of FaaS Network Lab (archive version 1, tables 99)");
    }

    @Test
    void anArchiveOfAnOlderVersionWithoutALaterTableIsRead() throws Exception {
        archive.sampleArchive();
        archive.rewrite(entries -> {
            entries.remove("labels.csv");
            entries.computeIfPresent(
                    ArchiveManifest.NAME,
                    (name, json) -> json.replaceAll("\"tables\" : \\d+", "\"tables\" : 1")
                            .replaceAll("\\{[^{}]*labels\\.csv[^{}]*\\},", ""));
            return entries;
        });
        archive.bring();
        assertThat(archive.there.load(SampleRuns.small().run().id())).contains(SampleRuns.small());
        assertThat(archive.there.labels()).isEmpty();
    }

    @Test
    void wrongChecksumsSizesAndMissingFilesAreNamed() throws Exception {
        archive.sampleArchive();
        archive.change("intervals.csv", text -> text.replace("7812500", "7812501"));
        assertRefused("intervals.csv does not have the checksum");
        archive.sampleArchive();
        archive.change("trials.csv", text -> text + text);
        assertRefused("trials.csv is larger than the manifest says");
        archive.sampleArchive();
        archive.change("trials.csv", text -> "");
        assertRefused("trials.csv is smaller than the manifest says");
        archive.sampleArchive();
        archive.rewrite(entries -> {
            entries.remove("labels.csv");
            return entries;
        });
        assertRefused("names the file \"labels.csv\" wrongly");
        archive.sampleArchive();
        archive.rewrite(entries -> {
            entries.remove(ArchiveManifest.NAME);
            return entries;
        });
        assertRefused("manifest.json is missing");
        archive.sampleArchive();
        archive.change(ArchiveManifest.NAME, json -> "{\"format\": 7");
        assertRefused("manifest.json cannot be read");
    }

    @Test
    void filesThatDoNotBelongThereAreRefusedAndWrittenNowhere() throws Exception {
        for (String name : List.of("../outside.csv", "/tmp/outside.csv", "..\\outside.csv", "runs.csv/", "notes.txt")) {
            archive.sampleArchive();
            archive.rewrite(entries -> {
                entries.put(name, name.endsWith("/") ? "" : "x");
                return entries;
            });
            assertRefused("\"" + name + "\" does not belong there");
        }
        assertThat(archive.folder.resolve("outside.csv")).doesNotExist();
        assertThat(archive.folder.getParent().resolve("outside.csv")).doesNotExist();
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() throws Exception {
        archive.sampleArchive();
        // A name of the same length, then put right in the bytes, as no tool would write it.
        archive.rewrite(entries -> {
            entries.put("sruns.cs", entries.get("runs.csv"));
            return entries;
        });
        byte[] bytes = Files.readAllBytes(archive.file);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1).replace("sruns.cs", "runs.csv");
        Files.write(archive.file, raw.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("\"runs.csv\" does not belong there or is there twice");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
        archive.sampleArchive();
        archive.change("intervals.csv", text -> text + "0".repeat(64 << 20), true);
        assertRefused("intervals.csv would grow beyond all measure");
        archive.sampleArchive();
        archive.change("intervals.csv", text -> text + "0".repeat(64 << 20));
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
        archive.sampleArchive();
        archive.change(name, edit, true);
        assertRefused(why);
    }

    private void assertRefused(String why) throws StoreException {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(archive::bring)
                .withMessageContaining(why)
                .satisfies(refused -> assertThat(refused.nextStep()).startsWith("Nothing was brought in"));
        assertThat(archive.there.runs()).isEmpty();
        assertThat(archive.there.intervals(SampleRuns.small().run().id(), 0)).isEmpty();
    }
}
