package org.faasnetlab.testbed.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testing.process.ChildPrograms;
import org.faasnetlab.testing.process.TestProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessListTest {
    @TempDir
    private Path folder;

    private final TestProcesses processes = new TestProcesses();
    private ProcessList list;

    @BeforeEach
    void createList() throws IOException {
        list = ProcessList.create(folder.resolve("processes"));
    }

    @AfterEach
    void endProcesses() throws InterruptedException {
        processes.close();
    }

    private Process running() throws IOException {
        return processes.start(ChildPrograms.java(ChildPrograms.Sleeper.class));
    }

    private static boolean ends(Process process) throws InterruptedException {
        return process.waitFor(20, TimeUnit.SECONDS);
    }

    @Test
    void aListedRunningProcessIsKilled() throws Exception {
        Process listed = running();
        list.add(listed.toHandle());

        list.killAll();

        assertThat(ends(listed)).isTrue();
    }

    @Test
    void aRemovedProcessIsSpared() throws Exception {
        Process removed = running();
        list.add(removed.toHandle());
        list.remove(removed.pid());

        list.killAll();

        assertThat(removed.isAlive()).isTrue();
    }

    @Test
    void anotherProcessWithTheSamePidIsSpared() throws Exception {
        Process foreign = running();
        append("+" + foreign.pid() + " 1000");

        list.killAll();

        assertThat(foreign.isAlive()).isTrue();
    }

    @Test
    void nothingIsKilledAfterARestartOfTheComputer() throws Exception {
        Process process = running();
        list.add(process.toHandle());
        List<String> lines = Files.readAllLines(list.file());
        Files.write(
                list.file(),
                lines.stream()
                        .map(line -> line.startsWith("boot ") ? "boot another" : line)
                        .toList());

        list.killAll();

        assertThat(process.isAlive()).isTrue();
        assertThat(list.isInUse()).isFalse();
    }

    @Test
    void aProcessThatIsNotListedButCarriesTheMarkOfTheProgramIsKilled() throws Exception {
        assumeTrue(ProcFiles.bootId().isPresent(), "needs /proc");
        ProcessBuilder builder = ChildPrograms.java(ChildPrograms.Sleeper.class);
        builder.environment().put(ProcessTrees.MARK, list.program() + ".1");
        Process marked = processes.start(builder);
        builder.environment().put(ProcessTrees.MARK, "another-program.1");
        Process foreign = processes.start(builder);
        // The environment of a process is visible once its program has started.
        marked.inputReader().readLine();

        list.killAll();

        assertThat(ends(marked)).isTrue();
        assertThat(foreign.isAlive()).isTrue();
    }

    @Test
    void anUnfinishedLastLineIsIgnored() throws Exception {
        Process listed = running();
        list.add(listed.toHandle());
        append("+12");

        list.killAll();

        assertThat(ends(listed)).isTrue();
    }

    @Test
    void theListOfARunningProgramIsInUse() throws Exception {
        assertThat(list.isInUse()).isTrue();
        assertThat(ProcessList.in(folder.resolve("processes")))
                .singleElement()
                .satisfies(found -> assertThat(found.file()).isEqualTo(list.file()));
        assertThat(ProcessList.in(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void onlyTheUserCanReadIt() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(list.file().getParent())))
                .isEqualTo("rwx------");
    }

    private void append(String text) throws IOException {
        Files.writeString(list.file(), text, StandardOpenOption.APPEND);
    }
}
