package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.faasnetlab.LabException;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileWriterTest {
    @TempDir
    Path directory;

    @Test
    void aFileReplacesTheEarlierOneAndNothingElseIsLeft() throws Exception {
        Path file = Files.writeString(directory.resolve("out.csv"), "earlier");
        AtomicFileWriter.write(file, out -> out.write('x'));
        assertThat(file).hasContent("x");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void partialFailureLeavesOldFileUnchanged() throws Exception {
        Path file = Files.writeString(directory.resolve("out.csv"), "earlier");
        Path other = directory.resolve("other.csv");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> AtomicFileWriter.write(Map.of(other, out -> out.write('x'), file, out -> {
                    out.write('y');
                    throw new FileSystemException(file.toString(), null, "No space left on device");
                })))
                .withMessage("No space left on the disk that contains " + directory + ".");
        assertThat(file).hasContent("earlier");
        assertThat(files()).containsExactly(file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatLooksLikeAPartIsNeitherOverwrittenNorFollowed() throws Exception {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "precious");
        Path part = Files.createSymbolicLink(directory.resolve("out.csv.part"), elsewhere);
        Path file = directory.resolve("out.csv");
        AtomicFileWriter.write(file, out -> out.write('x'));
        assertThat(file).hasContent("x");
        assertThat(part).isSymbolicLink();
        assertThat(elsewhere).hasContent("precious");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesThatNobodyNamedAreNotWrittenThroughLinks() throws Exception {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "precious");
        Files.createSymbolicLink(directory.resolve("out.functions.csv"), elsewhere);
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> new CsvExport().write(SampleRuns.small(), directory.resolve("out.csv")))
                .withMessage(directory.resolve("out.functions.csv") + " is a symbolic link, and is also written.");
        assertThat(elsewhere).hasContent("precious");
        assertThat(directory.resolve("out.csv")).doesNotExist();
    }

    @Test
    void folderInPlaceOfFileIsReported() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> AtomicFileWriter.write(directory, out -> out.write('x')))
                .withMessage(directory + " is a folder, not a file.")
                .satisfies(said -> assertThat(said.nextStep()).isEqualTo("Specify a file."));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALinkAndADeviceStaysADevice() throws Exception {
        Path file = Files.createFile(directory.resolve("real.csv"));
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), file);
        AtomicFileWriter.write(link, out -> out.write('x'));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("x");

        Path device = Files.createSymbolicLink(directory.resolve("device"), Path.of("/dev/null"));
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> AtomicFileWriter.write(device, out -> out.write('x')))
                .withMessage(device + " is a device or a pipe, not a file.");
    }

    @Test
    void missingFolderIsReported() {
        Path file = directory.resolve("missing").resolve("out.csv");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> AtomicFileWriter.write(file, out -> out.write('x')))
                .withMessage("Folder " + file.getParent() + " does not exist.")
                .satisfies(said -> assertThat(said.nextStep()).startsWith("Create it first"));
    }

    @Test
    void folderWithoutPermissionIsReported() {
        Path file = directory.resolve("out.csv");
        assertThat(AtomicFileWriter.toException(file, new AccessDeniedException(file.toString())))
                .hasMessage("Folder " + directory + " is not writable.");
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().stream();
        }
    }
}
