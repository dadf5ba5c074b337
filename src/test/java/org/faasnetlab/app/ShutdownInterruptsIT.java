package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testing.app.BuiltProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Uses a real process, because the effect of a signal shows only at its exit. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // reading from a process cannot be interrupted
class ShutdownInterruptsIT {
    private static final int TERMINATED = 128 + 15;
    private static final int INTERRUPTED = 128 + 2;

    @Test
    void signalStopsRunAndWaitsUntilStored() throws Exception {
        Process program = start(Program.class);
        try (BufferedReader said = program.inputReader()) {
            assertThat(said.readLine()).isEqualTo("running");

            program.toHandle().destroy(); // Process.destroy would close the streams that are read here.

            assertThat(said.lines()).containsExactly("stopping", "stored");
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(TERMINATED);
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void firstSignalLetsTheProgramContinueAndTheNextStopsIt() throws Exception {
        Process program = start(CancellableProgram.class);
        try (BufferedReader said = program.inputReader()) {
            assertThat(said.readLine()).isEqualTo("running");
            interrupt(program);
            assertThat(said.readLine()).isEqualTo("cancelling");
            assertThat(program.isAlive()).isTrue();

            interrupt(program);

            assertThat(said.lines()).containsExactly("stopping", "stored");
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(INTERRUPTED);
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process start(Class<?> program) throws IOException {
        List<String> command = new ArrayList<>(BuiltProgram.WITH_DEFAULT_SIGNALS);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void interrupt(Process program) throws Exception {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(program.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Continues after the first signal, and stores after the next. */
    static final class CancellableProgram {
        private CancellableProgram() {}

        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch stopped = new CountDownLatch(1);
            try (var registration = new ShutdownInterrupts().onInterrupt(() -> System.out.println("cancelling"), () -> {
                System.out.println("stopping");
                stopped.countDown();
            })) {
                System.out.println("running");
                stopped.await();
                System.out.println("stored");
            }
        }
    }

    /** Runs until it is interrupted, then stores. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch stopped = new CountDownLatch(1);
            try (var registration = new ShutdownInterrupts().onInterrupt(() -> {
                System.out.println("stopping");
                stopped.countDown();
            })) {
                System.out.println("running");
                stopped.await();
                System.out.println("stored");
            }
        }
    }
}
