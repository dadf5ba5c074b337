package org.faasnetlab.testbed.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testing.process.ChildPrograms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GuardedProcessesIT {
    private static final long SECONDS = 20;

    @TempDir
    private Path folder;

    /** Handles obtained before the end, so that a reused PID is not mistaken for a survivor. */
    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        ProcessTrees.kill(started);
    }

    @Test
    void nothingOutlivesAKilledProgram() throws Exception {
        Process application = startApplication("wait");

        application.destroyForcibly();

        assertAllEnd();
    }

    @Test
    void nothingOutlivesAProgramThatExitsWithoutClosing() throws Exception {
        startApplication("exit");

        assertAllEnd();
    }

    @Test
    void nothingOutlivesAProgramThatCloses() throws Exception {
        startApplication("close");

        assertAllEnd();
    }

    private Process startApplication(String ending) throws IOException {
        Process application = ChildPrograms.java(ChildPrograms.Application.class, ending, folder.toString())
                .start();
        started.add(application.toHandle());
        String numbers = application.inputReader().readLine();
        for (String pid : numbers.split(" ")) {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(started::add);
        }
        application.descendants().forEach(started::add);
        return application;
    }

    private void assertAllEnd() throws Exception {
        for (ProcessHandle process : started) {
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
        }
        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void closingKillsRunningProcessesAndRejectsNewOnes() throws Exception {
        GuardedProcesses processes = new GuardedProcesses(folder);
        Process running = processes.start(ChildPrograms.java(ChildPrograms.Sleeper.class));
        started.add(running.toHandle());

        processes.close();

        assertThat(running.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> processes.start(ChildPrograms.java(ChildPrograms.Sleeper.class)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("shutting down");
        assertThat(ProcessHandle.current().children()).noneMatch(GuardedProcessesIT::isGuardian);
    }

    @Test
    void theNextStartKillsWhatAProgramKilledWithItsGuardianHasLeft() throws Exception {
        Process application = startApplication("wait");
        started.stream().filter(GuardedProcessesIT::isGuardian).forEach(ProcessHandle::destroyForcibly);
        application.destroyForcibly();
        application.onExit().get(SECONDS, TimeUnit.SECONDS);

        try (GuardedProcesses next = new GuardedProcesses(folder)) {
            Process own = next.start(ChildPrograms.java(ChildPrograms.Sleeper.class));
            next.killLeftovers();

            assertAllEnd();
            assertThat(own.isAlive()).as("the process of the running program").isTrue();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAProcessLeavesBehindWhenItExitsIsKilled() throws Exception {
        try (GuardedProcesses processes = new GuardedProcesses(folder)) {
            Process shell = processes.start(new ProcessBuilder("/bin/sh", "-c", "sleep 1000 & echo $!"));
            long sleeping = Long.parseLong(shell.inputReader().readLine());
            ProcessHandle.of(sleeping).ifPresent(started::add);

            assertAllEnd();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void killingAProcessKillsWhatItStartsMeanwhile() throws Exception {
        String startsMany = "echo started; i=0; while [ $i -lt 500 ]; do sleep 1000 & i=$((i+1)); done; wait";
        try (GuardedProcesses processes = new GuardedProcesses(folder)) {
            for (int repetition = 0; repetition < 5; repetition++) {
                Process shell = processes.start(new ProcessBuilder("/bin/sh", "-c", startsMany));
                shell.inputReader().readLine();
                String mark = ProcFiles.environmentVariable(shell.pid(), ProcessTrees.MARK)
                        .orElseThrow();

                processes.kill(List.of(shell));

                assertThat(ProcessHandle.allProcesses()
                                .filter(process -> ProcFiles.environmentVariable(process.pid(), ProcessTrees.MARK)
                                        .filter(mark::equals)
                                        .isPresent()))
                        .isEmpty();
            }
        }
    }

    @Test
    void aKilledGuardianIsReplacedAndGetsTheWholeList() throws Exception {
        try (GuardedProcesses processes = new GuardedProcesses(folder)) {
            Process before = processes.start(ChildPrograms.java(ChildPrograms.Sleeper.class));
            started.add(before.toHandle());
            ProcessHandle first = guardian();
            first.destroyForcibly();
            first.onExit().get(SECONDS, TimeUnit.SECONDS);

            Process after = processes.start(ChildPrograms.java(ChildPrograms.Sleeper.class));
            started.add(after.toHandle());

            assertThat(guardian().pid()).isNotEqualTo(first.pid());
            assertThat(before.isAlive()).isTrue();
        }
        assertAllEnd();
    }

    private static ProcessHandle guardian() {
        return ProcessHandle.current()
                .children()
                .filter(GuardedProcessesIT::isGuardian)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isGuardian(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(Guardian.class.getName() + " ");
    }
}
