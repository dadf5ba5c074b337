package org.faasnetlab.function.iperf3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.jspecify.annotations.Nullable;

/** The iperf3 program of this sandbox. The first test determines its version. */
final class Iperf3Program {
    private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

    private final String command;
    private final List<String> prefix;
    private final ChildProcesses children;
    private final Duration versionTimeout;
    private @Nullable Iperf3ClientVersion version;
    private boolean tested;

    /**
     * @param command a program name on the PATH, or a file path
     * @param prefix the programs that start it for a test, with their options
     */
    Iperf3Program(String command, List<String> prefix, ChildProcesses children) {
        this(command, prefix, children, VERSION_TIMEOUT);
    }

    Iperf3Program(String command, List<String> prefix, ChildProcesses children, Duration versionTimeout) {
        this.command = command;
        this.prefix = prefix;
        this.children = children;
        this.versionTimeout = versionTimeout;
    }

    /**
     * Returns this program after checking that it runs and is recent enough.
     *
     * @throws TaskException if it does not run or is too old
     */
    Iperf3Program require() throws TaskException, InterruptedException {
        if (version == null) {
            version = askVersion();
        }
        return this;
    }

    Iperf3ClientVersion version() {
        if (version == null) {
            throw new IllegalStateException("require() comes first");
        }
        return version;
    }

    /** Whether this is the first call, so that no test of this program has been read by this process. */
    boolean isFirstTest() {
        boolean first = !tested;
        tested = true;
        return first;
    }

    /** The output format for a test. */
    Iperf3OutputFormat format(Iperf3Task test) {
        return version().atLeast(3, 17)
                ? new JsonStreamFormat(test.tcpInfo())
                : new TextOutputFormat(
                        test.streams(), test.intervalMs(), test.tcpInfo() && test.direction() == Direction.UPLOAD);
    }

    private List<String> commandLine(List<String> arguments) {
        List<String> all = new ArrayList<>(prefix);
        all.add(command);
        all.addAll(arguments);
        return all;
    }

    private static String text(List<String> commandLine) {
        return commandLine.stream()
                .map(word -> PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** Starts the program when it is released. */
    private StandbyProcess startedOnRelease(List<String> commandLine) {
        return new StandbyProcess() {
            @Override
            public String command() {
                return text(commandLine);
            }

            @Override
            public Process release() throws IOException {
                return launch(commandLine);
            }
        };
    }

    /**
     * Starts a program that something on its way holds until T0, so that it need not be released.
     *
     * @param arguments of iperf3
     */
    StandbyProcess startHeld(List<String> arguments) throws IOException {
        List<String> all = commandLine(arguments);
        return new StandbyIperf3(launch(all), text(all), null);
    }

    private Process launch(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        return children.start(builder.redirectErrorStream(true));
    }

    /**
     * Starts iperf3 and holds it just before it connects; {@link StandbyProcess#release} releases it. Starting and linking a
     * program takes many milliseconds, which many functions on few processors would otherwise spend at T0. iperf3 reads
     * its PID file just before it connects, so it blocks there if the file is a pipe. If this process ends, the
     * pipe ends, too: iperf3 continues, finds no server or a test that ends by itself. On systems without named pipes, and
     * before version 3.10, whose clients refuse a PID file, iperf3 starts at T0. Standard output and standard error are
     * merged.
     */
    StandbyProcess startStandby(List<String> arguments) throws IOException, InterruptedException {
        if (!version().atLeast(3, 10)) {
            return startedOnRelease(commandLine(arguments));
        }
        NamedPipe pipe = NamedPipe.create(children);
        if (pipe == null) {
            return startedOnRelease(commandLine(arguments));
        }
        List<String> waiting = new ArrayList<>(arguments);
        waiting.add("--pidfile");
        waiting.add(pipe.path().toString());
        try {
            List<String> all = commandLine(waiting);
            return new StandbyIperf3(launch(all), text(all), pipe);
        } catch (IOException e) {
            pipe.close();
            throw e;
        }
    }

    private Iperf3ClientVersion askVersion() throws TaskException, InterruptedException {
        Process process;
        try {
            process = launch(List.of(command, "--version"));
        } catch (IOException e) {
            throw unavailable("Cannot start iperf3: " + e.getMessage() + ".");
        }
        // The output is far smaller than the pipe buffer, so the program can exit before it is read.
        try (BufferedReader lines = lines(process)) {
            if (!process.waitFor(versionTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable("iperf3 did not respond within " + versionTimeout.toMillis() + " ms.");
            }
            String line = lines.readLine();
            Iperf3ClientVersion found = line == null ? null : Iperf3ClientVersion.parse(line);
            if (found == null) {
                throw unavailable("iperf3 does not report its version.");
            }
            if (!found.atLeast(3, 7)) {
                throw unavailable("iperf3 3.7 or newer is required, found " + found.text() + ".");
            }
            return found;
        } catch (IOException e) {
            throw unavailable("Cannot read the iperf3 output: " + e.getMessage() + ".");
        } finally {
            process.destroyForcibly();
        }
    }

    static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static TaskException unavailable(String sentence) {
        return new TaskException(FailureReason.IPERF3_UNAVAILABLE, sentence, false);
    }
}
