package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.DataSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    private Path work;

    @Test
    void theDirectoryIsDeletedWithItsContents() throws Exception {
        RunDirectory directory = RunDirectory.create(work.resolve("deep/work"));
        Files.writeString(directory.folder("s3").resolve("object"), "x");
        directory.close();
        assertThat(work.resolve("deep/work")).isEmptyDirectory();
    }

    @Test
    void theDirectoryOfAKilledProgramIsDeletedByTheNext() throws Exception {
        Path left = Files.createDirectories(work.resolve("testbed-left/s3"));
        Files.createFile(left.resolveSibling("lock"));
        try (RunDirectory directory = RunDirectory.create(work)) {
            assertThat(left).doesNotExist();
            assertThat(directory.path()).exists();
        }
    }

    @Test
    void aDirectoryInUseIsNotDeleted() throws Exception {
        try (RunDirectory first = RunDirectory.create(work);
                RunDirectory second = RunDirectory.create(work)) {
            assertThat(first.path()).exists().isNotEqualTo(second.path());
        }
    }

    /** Otherwise another program would delete it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aSecondDirectoryDoesNotReleaseTheLockOfTheFirst() throws Exception {
        try (RunDirectory first = RunDirectory.create(work);
                RunDirectory second = RunDirectory.create(work)) {
            for (RunDirectory directory : List.of(first, second)) {
                Object inode = Files.getAttribute(directory.path().resolve("lock"), "unix:ino");
                assertThat(Files.readAllLines(Path.of("/proc/locks")))
                        .anyMatch(lock ->
                                lock.contains(" " + ProcessHandle.current().pid() + " ")
                                        && lock.contains(":" + inode + " "));
            }
        }
    }

    @Test
    void otherFilesOfTheUserAreNotDeleted() throws Exception {
        Path mine = Files.createDirectories(work.resolve("testbed-mine"));
        RunDirectory.create(work).close();
        assertThat(mine).exists();
    }

    @Test
    void aFullDiskIsReportedWithRequiredAndFreeSpace() throws Exception {
        try (RunDirectory directory = RunDirectory.create(work)) {
            directory.requireSpace(new DataSize(1));

            assertThatThrownBy(() -> directory.requireSpace(new DataSize(Long.MAX_VALUE - 1)))
                    .isInstanceOf(LabException.class)
                    .hasMessageStartingWith("Not enough space on the disk that contains " + directory.path())
                    .hasMessageContaining(" free.");
        }
    }
}
