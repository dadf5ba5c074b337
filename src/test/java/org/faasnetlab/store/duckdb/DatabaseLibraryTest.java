package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.faasnetlab.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLibraryTest {
    private static final String NAME = System.mapLibraryName("duckdb_java");
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path folder;

    private final byte[] content = new byte[300_000];
    private Path packed;
    private Path directory;
    private Path temporary;
    private DatabaseLibrary library;

    @BeforeEach
    void pack() throws IOException {
        Arrays.fill(content, (byte) 'x');
        packed = folder.resolve("library.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(content);
        }
        directory = folder.resolve("native/version-2");
        temporary = Files.createDirectory(folder.resolve("tmp"));
        library = new DatabaseLibrary(packed, directory, temporary, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theLibraryIsUnpackedOnceAndShared() throws Exception {
        library.provide();
        assertThat(directory.resolve(NAME)).hasBinaryContent(content);
        FileTime unpacked = Files.getLastModifiedTime(directory.resolve(NAME));

        library.provide();

        assertThat(Files.getLastModifiedTime(directory.resolve(NAME))).isEqualTo(unpacked);
        assertThat(directory).isDirectoryContaining("glob:**" + NAME);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder(NAME, NAME + ".sha256");
    }

    @Test
    void aLibraryOfTheSameSizeThatWasChangedIsReplaced() throws Exception {
        library.provide();
        byte[] changed = content.clone();
        changed[1000] = 'y';
        Files.write(directory.resolve(NAME), changed);
        aged(directory.resolve(NAME), 1);

        library.provide();

        assertThat(directory.resolve(NAME)).hasBinaryContent(content);
    }

    @Test
    void anIntactLibraryWithAnotherTimeIsUsed() throws Exception {
        library.provide();
        aged(directory.resolve(NAME), 1);
        FileTime copied = Files.getLastModifiedTime(directory.resolve(NAME));

        library.provide();

        assertThat(Files.getLastModifiedTime(directory.resolve(NAME))).isEqualTo(copied);
        assertThat(directory.resolve(NAME + ".sha256")).content().contains(copied.toString());
    }

    /** Up to 72 MB each. */
    @Test
    void whatKilledProgramsLeftWhileTheyUnpackedIsDeleted() throws Exception {
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended.waitFor();
        Files.createDirectories(directory);
        Path other = Files.createDirectories(folder.resolve("native/version-3"));
        Path left = Files.createFile(directory.resolve("unpacking-" + ended.pid() + "-1.tmp"));
        Path leftByOther = Files.createFile(other.resolve("unpacking-" + ended.pid() + "-1.tmp"));
        Path probe = aged(Files.createFile(directory.resolve("probe1.tmp")), 2);
        long running = ProcessHandle.current().pid();
        Path inUse = Files.createFile(directory.resolve("unpacking-" + running + "-1.tmp"));

        library.provide();

        assertThat(left).doesNotExist();
        assertThat(leftByOther).doesNotExist();
        assertThat(probe).doesNotExist();
        assertThat(inUse).exists();
    }

    @Test
    void anIncompleteLibraryIsReplaced() throws Exception {
        Files.createDirectories(directory);
        Files.write(directory.resolve(NAME), new byte[10]);

        library.provide();

        assertThat(directory.resolve(NAME)).hasBinaryContent(content);
    }

    @Test
    void aDamagedPackageIsRejectedAndLeavesNothing() throws Exception {
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length - 8] ^= 1; // the checksum
        Files.write(packed, bytes);

        assertThatThrownBy(library::provide)
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Cannot unpack the database library to " + directory);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void onlyTheUserCanWriteToItsDirectory() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        library.provide();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void librariesThatNobodyUsesAreDeleted() throws Exception {
        Path old = Files.createDirectories(folder.resolve("native/version-1"));
        Files.createFile(old.resolve(NAME));
        Files.createFile(old.resolve("unpacking1234.tmp"));
        aged(old, 31);
        Path recent = aged(Files.createDirectories(folder.resolve("native/version-3")), 29);
        Path left = aged(Files.createFile(temporary.resolve("libduckdb_java123.so")), 2);
        Path starting = Files.createFile(temporary.resolve("libduckdb_java456.so"));
        Path foreign = aged(Files.createFile(temporary.resolve("other.so")), 2);

        library.provide();

        assertThat(old).doesNotExist();
        assertThat(left).doesNotExist();
        assertThat(recent).exists();
        assertThat(starting).exists();
        assertThat(foreign).exists();
    }

    private static Path aged(Path file, int days) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(days, ChronoUnit.DAYS)));
    }
}
