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

/** Archives from another version, damaged ones and malicious ones. */
class ForeignArchiveIT {
    @RegisterExtension
    private final ArchiveBetweenStores archive = new ArchiveBetweenStores();

    @Test
    void truncatedArchiveIsRejectedAtEveryLength() throws Exception {
        archive.sampleArchive();
        byte[] whole = Files.readAllBytes(archive.file);
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
            Files.write(archive.file, Arrays.copyOf(whole, length));
            assertRefused("is not a run archive, or is truncated");
        }
    }

    @Test
    void changedByteIsRejected() throws Exception {
        archive.sampleArchive();
        byte[] whole = Files.readAllBytes(archive.file);
        for (int at = 40; at < whole.length - 600; at += whole.length / 25) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x11;
            Files.write(archive.file, changed);
            try {
                // A byte without effect, such as one of a timestamp, may change.
                assertThat(archive.bring().alreadyPresent().size()
                                + archive.there.runs().size())
                        .isPositive();
                archive.there.delete(SampleRuns.small().run().id());
            } catch (LabException refused) {
                assertThat(refused.nextStep()).contains("Nothing was imported");
            }
        }
        assertThat(archive.there.runs()).isEmpty();
    }

    @Test
    void archiveOfNewerVersionIsRejected() throws Exception {
        archive.sampleArchive();
        archive.change(ArchiveManifest.NAME, json -> json.replace("\"version\" : 2", "\"version\" : 3"));
        assertRefused("written by a newer version of FaaS Network Lab (archive version 3");
        archive.sampleArchive();
        archive.change(ArchiveManifest.NAME, json -> json.replaceAll("\"tables\" : \\d+", "\"tables\" : 99"));
        assertRefused("newer version of FaaS Network Lab (archive version 2, tables 99)");
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
    void wrongChecksumsSizesAndMissingFilesAreReported() throws Exception {
        archive.sampleArchive();
        archive.change("intervals.csv", text -> text.replace("7812500", "7812501"));
        assertRefused("intervals.csv does not match the checksum");
        archive.sampleArchive();
        archive.change("trials.csv", text -> text + text);
        assertRefused("trials.csv is larger than stated in the manifest");
        archive.sampleArchive();
        archive.change("trials.csv", text -> "");
        assertRefused("trials.csv is smaller than stated in the manifest");
        archive.sampleArchive();
        archive.rewrite(entries -> {
            entries.remove("labels.csv");
            return entries;
        });
        assertRefused("contains the invalid file name \"labels.csv\"");
        archive.sampleArchive();
        archive.rewrite(entries -> {
            entries.remove(ArchiveManifest.NAME);
            return entries;
        });
        assertRefused("manifest.json is missing");
        archive.sampleArchive();
        archive.change(ArchiveManifest.NAME, json -> "{\"format\": 7");
        assertRefused("manifest.json is unreadable");
    }

    @Test
    void unexpectedFilesAreRejectedAndNotWritten() throws Exception {
        for (String name : List.of("../outside.csv", "/tmp/outside.csv", "..\\outside.csv", "runs.csv/", "notes.txt")) {
            archive.sampleArchive();
            archive.rewrite(entries -> {
                entries.put(name, name.endsWith("/") ? "" : "x");
                return entries;
            });
            assertRefused("\"" + name + "\" is unexpected");
        }
        assertThat(archive.folder.resolve("outside.csv")).doesNotExist();
        assertThat(archive.folder.getParent().resolve("outside.csv")).doesNotExist();
    }

    @Test
    void duplicateFileIsRejected() throws Exception {
        archive.sampleArchive();
        // A name of the same length, then patched in the bytes, which no tool would do.
        archive.rewrite(entries -> {
            entries.put("sruns.cs", entries.get("runs.csv"));
            return entries;
        });
        byte[] bytes = Files.readAllBytes(archive.file);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1).replace("sruns.cs", "runs.csv");
        Files.write(archive.file, raw.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("\"runs.csv\" is unexpected or duplicate");
    }

    @Test
    void zipBombIsRejectedBeforeUnpacking() throws Exception {
        archive.sampleArchive();
        archive.change("intervals.csv", text -> text + "0".repeat(64 << 20), true);
        assertRefused("intervals.csv has an implausible compression ratio");
        archive.sampleArchive();
        archive.change("intervals.csv", text -> text + "0".repeat(64 << 20));
        assertRefused("intervals.csv is larger than stated in the manifest");
    }

    @Test
    void malformedTablesAreRejectedWithPosition() throws Exception {
        refusedTable("intervals.csv", text -> text.replace("7812500", "many"), "intervals.csv, line 2, is invalid");
        refusedTable(
                "intervals.csv",
                text -> text.replace(",7812500,", ",-7812500,"),
                "intervals.csv contains bytes outside 0 to");
        refusedTable("intervals.csv", text -> text.replaceAll("\n(\\d+),0,0,", "\n$1,0,7,"), "without its function");
        refusedTable("intervals.csv", text -> text.replaceAll("\n\\d+,", "\n77,"), "intervals.csv, is invalid");
        refusedTable("functions.csv", text -> text.replaceAll("\n(\\d+),1,", "\n$1,8,"), "without its trial");
        refusedTable("runs.csv", text -> text.replace("partial", "glorious"), "unknown value: Corrupt status");
        refusedTable("runs.csv", text -> text.replace("partial", "running"), "a run in progress");
        refusedTable(
                "runs.csv", text -> text.replace("20261123-104210-k3f9", "../../evil"), "a run with an invalid ID");
        refusedTable("runs.csv", text -> text + text.split("\n", 2)[1], "two runs with the same number");
        refusedTable("runs.csv", text -> text.replace("preset", "colour"), "an unknown or duplicate column: colour");
        refusedTable("trials.csv", text -> text.replace("download", "sideways"), "an unknown value");
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
                .satisfies(refused -> assertThat(refused.nextStep()).startsWith("Nothing was imported"));
        assertThat(archive.there.runs()).isEmpty();
        assertThat(archive.there.intervals(SampleRuns.small().run().id(), 0)).isEmpty();
    }
}
