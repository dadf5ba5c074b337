package org.faasnetlab.function.iperf3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.function.task.TaskFailure;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.Task;
import org.jspecify.annotations.Nullable;

/** The iperf3 program of this sandbox. Its version is asked for once, by the first test. */
final class Iperf3Program {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(10);

    private final String command;
    private final Duration versionTimeout;
    private @Nullable Iperf3Version version;

    /** @param command a name to be found on the path, or a path */
    Iperf3Program(String command) {
        this(command, VERSION_TIMEOUT);
    }

    Iperf3Program(String command, Duration versionTimeout) {
        this.command = command;
        this.versionTimeout = versionTimeout;
    }

    /**
     * This program, after it has shown that it runs and is new enough.
     *
     * @throws TaskFailure if it does not or is not
     */
    Iperf3Program require() throws TaskFailure, InterruptedException {
        if (version == null) {
            version = askVersion();
        }
        return this;
    }

    Iperf3Version version() {
        if (version == null) {
            throw new IllegalStateException("require() comes first");
        }
        return version;
    }

    /** How it is told what to do and what its lines mean. */
    Iperf3Dialect dialect(Task.Iperf3 test) {
        return version().atLeast(3, 17) ? new JsonStreamDialect() : new TextDialect(test.streams(), test.intervalMs());
    }

    /** Starts it; what it prints on either channel comes from the process's input stream. */
    Process start(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(arguments);
        return launch(all);
    }

    private static Process launch(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true).start();
    }

    /**
     * Starts it up to the point from which only its own start is left; {@link ArmedProcess#go} lets it go. To start a
     * process takes a Java program many milliseconds, which many functions on few processors would all spend at T0.
     */
    ArmedProcess arm(List<String> arguments) throws IOException {
        if (!Files.isExecutable(SHELL)) {
            return () -> start(arguments);
        }
        List<String> command = new ArrayList<>(List.of(SHELL.toString(), "-c", "read -r go && exec \"$@\"", "iperf3"));
        command.add(this.command);
        command.addAll(arguments);
        Process waiting = launch(command);
        return new ArmedProcess() {
            @Override
            public Process go() throws IOException {
                try (OutputStream input = waiting.getOutputStream()) {
                    input.write('\n');
                }
                return waiting;
            }

            @Override
            public void close() {
                waiting.destroyForcibly();
            }
        };
    }

    private Iperf3Version askVersion() throws TaskFailure, InterruptedException {
        Process process;
        try {
            process = start(List.of("--version"));
        } catch (IOException missing) {
            throw unavailable("The iperf3 program cannot be started: " + missing.getMessage() + ".");
        }
        // What it says is far smaller than a pipe's buffer, so it can end before anyone reads.
        try (BufferedReader lines = lines(process)) {
            if (!process.waitFor(versionTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable("The iperf3 program did not answer within " + versionTimeout.toMillis() + " ms.");
            }
            String line = lines.readLine();
            Iperf3Version found = line == null ? null : Iperf3Version.parse(line);
            if (found == null) {
                throw unavailable("The iperf3 program does not say its version.");
            }
            if (!found.atLeast(3, 7)) {
                throw unavailable("iperf3 3.7 or newer is needed; here is " + found.text() + ".");
            }
            return found;
        } catch (IOException unreadable) {
            throw unavailable("The iperf3 program's answer cannot be read: " + unreadable.getMessage() + ".");
        } finally {
            process.destroyForcibly();
        }
    }

    static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static TaskFailure unavailable(String sentence) {
        return new TaskFailure(FailureReason.IPERF3_UNAVAILABLE, sentence, false);
    }
}
