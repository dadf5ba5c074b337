package org.faasnetlab.export.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.export.ArchiveWorkFolder;
import org.faasnetlab.export.WorkFolderException;
import org.faasnetlab.store.TableFile;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TableWriterTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAFailureOfTheWorkFolderAndNotOfTheFileThatIsRead() throws IOException {
        try (ArchiveWorkFolder folder = ArchiveWorkFolder.create()) {
            Files.createSymbolicLink(folder.file(TableFile.INTERVALS), Path.of("/dev/full"));

            WorkFolderException full = catchThrowableOfType(WorkFolderException.class, () -> writeIntervals(folder));

            assertThat(full.ofImport())
                    .hasMessage("Cannot write the temporary files of the import in " + folder.path()
                            + ": No space left on device.");
            assertThat(full.ofImport().nextStep()).startsWith("Nothing was imported.");
        }
    }

    @Test
    void aFolderThatIsGoneIsReported() throws IOException {
        try (ArchiveWorkFolder folder = ArchiveWorkFolder.create()) {
            Files.delete(folder.path());

            WorkFolderException gone = catchThrowableOfType(WorkFolderException.class, () -> writeIntervals(folder));

            assertThat(gone.ofImport()).hasMessageContaining(folder.path().toString());
        }
    }

    private static void writeIntervals(ArchiveWorkFolder folder) throws IOException {
        try (TableWriter writer = new TableWriter(folder, false)) {
            writer.interval(1, SampleRuns.step(1, 0).get(0));
        }
    }
}
