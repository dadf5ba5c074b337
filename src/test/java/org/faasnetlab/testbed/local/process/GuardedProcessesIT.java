package org.faasnetlab.testbed.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testing.process.ChildPrograms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuardedProcessesIT {
    private static final long SECONDS = 20;

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
        Process application =
                ChildPrograms.java(ChildPrograms.Application.class, ending).start();
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
        GuardedProcesses processes = new GuardedProcesses();
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
    void aKilledGuardianIsReplacedAndGetsTheWholeList() throws Exception {
        try (GuardedProcesses processes = new GuardedProcesses()) {
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
        return process.info().commandLine().orElse("").endsWith(Guardian.class.getName());
    }
}
