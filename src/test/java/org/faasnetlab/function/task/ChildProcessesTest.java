package org.faasnetlab.function.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testing.process.ChildPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChildProcessesTest {
    /** Starts a child, prints its PID, ends its children and prints whether another one can be started. */
    public static final class Program {
        public static void main(String[] arguments) throws IOException {
            ChildProcesses children = new ChildProcesses();
            Process child = children.start(ChildPrograms.java(ChildPrograms.Sleeper.class));
            System.out.println(child.pid());
            children.end();
            try {
                System.out.println(children.start(ChildPrograms.java(ChildPrograms.Sleeper.class))
                        .pid());
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void theEndKillsRunningProcessesAndRejectsNewOnes() throws Exception {
        Process program = ChildPrograms.java(Program.class).start();
        try (var lines = program.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(lines.readLine())).orElse(null);
            if (child != null) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
            assertThat(lines.readLine()).isEqualTo("the function is ending; no more processes are started");
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }
}
