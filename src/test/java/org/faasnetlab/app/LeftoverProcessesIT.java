package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faasnetlab.testing.app.BuiltProgram;
import org.faasnetlab.testing.app.BuiltProgram.Started;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ends the program at its most vulnerable moment, while 24 functions start their iperf3 clients, and counts the
 * processes that remain. Every process carries a mark in its environment, which Linux shows.
 */
@EnabledOnOs(OS.LINUX)
class LeftoverProcessesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Started started;
    private String mark = "FAASNETLAB_PROCESS=none";

    @AfterEach
    void endWhatIsLeft() {
        started.process().destroyForcibly();
        marked().forEach(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "KILL", "INT", "TERM", "KILL"})
    @Timeout(180)
    void nothingIsLeftWhenTheProgramEndsWhileFunctionsStart(String signal) throws Exception {
        started = new BuiltProgram(folder)
                .start("run", "--preset", "iperf3-concurrent", "--set", "functions=24", "--set", "seconds=60");
        awaitFirstClient();

        send(signal, List.of(started.process().toHandle()));

        assertThat(started.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        awaitNone();
    }

    /** Namespaces have no names, so that they end with the last process in them. */
    @Test
    @Timeout(180)
    void nothingIsLeftOfAKernelNetwork() throws Exception {
        ExternalTools.require("tc");
        started = new BuiltProgram(folder)
                .start(
                        "run",
                        "--preset",
                        "iperf3-concurrent",
                        "--set",
                        "functions=4",
                        "--set",
                        "seconds=60",
                        "--set",
                        "network=kernel");
        try {
            awaitFirstClient();
        } catch (AssertionError e) {
            Assumptions.assumeFalse(
                    Files.readString(started.err()).contains("does not allow network namespaces"), "no namespaces");
            throw e;
        }
        send("KILL", List.of(started.process().toHandle()));
        assertThat(started.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        awaitNone();
    }

    @Test
    @Timeout(180)
    void theNextStartKillsWhatIsLeftIfTheGuardianIsKilledFirst() throws Exception {
        BuiltProgram program = new BuiltProgram(folder);
        started = program.start("run", "--preset", "iperf3-concurrent", "--set", "functions=8", "--set", "seconds=60");
        awaitFirstClient();
        List<ProcessHandle> guardians = started.process()
                .toHandle()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(".Guardian "))
                .toList();
        assertThat(guardians).hasSize(1);

        send("KILL", List.of(guardians.get(0), started.process().toHandle()));
        assertThat(started.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        assertThat(program.run("runs").code()).isZero();
        assertThat(marked()).isEmpty();
    }

    private void awaitFirstClient() throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Optional<String> program = Optional.empty();
        while (program.isEmpty() || marked().noneMatch(LeftoverProcessesIT::isClient)) {
            assertThat(System.nanoTime()).as(Files.readString(started.err())).isLessThan(deadline);
            program = program.or(this::program);
            program.ifPresent(found -> mark = "FAASNETLAB_PROCESS=" + found + ".");
            // Not more often: reading the environment of every process takes milliseconds, which the functions' start
            // lacks.
            assertThat(started.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as(Files.readString(started.err()))
                    .isFalse();
        }
    }

    /** The name of the program's list of processes, which its processes carry in their mark. */
    private Optional<String> program() {
        Path lists = TestInstallation.functionCache().resolve("processes");
        if (!Files.isDirectory(lists)) {
            return Optional.empty();
        }
        String owner = "owner " + started.process().pid() + " ";
        try (Stream<Path> files = Files.list(lists)) {
            return files.filter(file -> text(file).contains(owner))
                    .map(file -> file.getFileName().toString().replace(".list", ""))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isClient(ProcessHandle process) {
        return text(Path.of("/proc", Long.toString(process.pid()), "cmdline")).startsWith("iperf3\0-c");
    }

    private Stream<ProcessHandle> marked() {
        return ProcessHandle.allProcesses()
                .filter(process -> text(Path.of("/proc", Long.toString(process.pid()), "environ"))
                        .contains(mark));
    }

    private void awaitNone() throws Exception {
        CompletableFuture.allOf(marked().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, 15, TimeUnit.SECONDS)
                .get();
        assertThat(marked().map(process -> process.info().commandLine().orElse("?")))
                .isEmpty();
    }

    private static void send(String signal, List<ProcessHandle> processes) throws Exception {
        StringBuilder command = new StringBuilder("kill -" + signal);
        processes.forEach(process -> command.append(' ').append(process.pid()));
        Process kill = new ProcessBuilder("sh", "-c", command.toString()).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    /** Empty for a process that has exited or belongs to another user. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
