package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.local.Installation;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionInstallerTest {
    private static final ProcessStarter NO_PROCESSES = builder -> {
        throw new IOException("this test starts none");
    };

    @TempDir
    Path folder;

    @Test
    void theFunctionIsUnpackedOnceAndStartedEvenWithoutAnArchive() throws Exception {
        Installation installation = installation("lib/faasnetlab-function.jar");

        FunctionProgram program = installer().install(installation);

        Path jar = program.root().resolve("lib").resolve("faasnetlab-function.jar");
        assertThat(jar).hasContent("text of lib/faasnetlab-function.jar");
        assertThat(program.command()).last().isEqualTo("org.faasnetlab.function.FunctionMain");
        assertThat(program.command()).anyMatch(word -> word.startsWith(jar.toString()));
        Files.writeString(jar, "kept");
        assertThat(installer().install(installation)).isEqualTo(program);
        assertThat(jar).hasContent("kept");
    }

    @Test
    void anotherZipIsUnpackedToAnotherDirectory() throws Exception {
        Path first = installer().install(installation("lib/a.jar")).root();

        Path second = installer().install(installation("lib/b.jar")).root();

        assertThat(second).isNotEqualTo(first);
        assertThat(second.resolve("lib")).isDirectoryNotContaining("glob:**a.jar");
    }

    @Test
    void aMissingOrDamagedZipIsReportedAndLeavesNothing() throws Exception {
        Installation missing = new Installation(folder.resolve("nowhere"));
        assertThatThrownBy(() -> installer().install(missing))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(missing.functionZip().toString());

        Installation damaged = installation("lib/a.jar");
        Files.writeString(damaged.functionZip(), "no zip");
        assertThatThrownBy(() -> installer().install(damaged))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(damaged.functionZip().toString());

        Installation escaping = installation("../../outside");
        assertThatThrownBy(() -> installer().install(escaping))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(escaping.functionZip().toString());
        try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aCacheThatEveryUserCanChangeIsRefused() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Installation installation = installation("lib/a.jar");
        Path root = installer().install(installation).root();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cache"))))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(folder.resolve("cache"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> installer().install(installation))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("every user of this computer can write to");
    }

    private FunctionInstaller installer() {
        return new FunctionInstaller(folder.resolve("cache"), new ClassDataArchive(NO_PROCESSES, Clock.systemUTC()));
    }

    private Installation installation(String entry) throws IOException {
        Installation installation = new Installation(folder.resolve("home"));
        Files.createDirectories(installation.functionZip().getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(installation.functionZip()))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(("text of " + entry).getBytes(StandardCharsets.UTF_8));
        }
        return installation;
    }
}
