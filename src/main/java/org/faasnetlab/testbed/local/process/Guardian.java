package org.faasnetlab.testbed.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The main class of a process that cleans up after the program. Its standard input is a pipe from the program: lines
 * {@code +pid startMillis} and {@code -pid} add and remove running processes. The end of the pipe means that the
 * program has terminated; then all listed processes are killed. Uses the JDK only.
 */
final class Guardian {
    /** The start time of a process is computed from the computer's boot time, which is exact to a second only. */
    private static final long START_TOLERANCE_MS = 2_000;

    private final Map<Long, Long> startMillisByPid = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        // Ctrl-C in a terminal reaches this process too; ignore it until the program has terminated.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitUninterruptibly(done)));
        try (Reader lines = new InputStreamReader(System.in, StandardCharsets.US_ASCII)) {
            Guardian guardian = new Guardian();
            guardian.follow(lines);
            ProcessTrees.kill(guardian.remaining());
        } finally {
            done.countDown();
        }
    }

    /** Reads lines until the end. A broken pipe counts as the end. */
    void follow(Reader source) {
        BufferedReader lines = new BufferedReader(source);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                accept(line);
            }
        } catch (IOException e) {
            System.err.println("The guardian's pipe broke: " + e.getMessage());
        }
    }

    private void accept(String line) {
        int space = line.indexOf(' ');
        if (line.startsWith("+") && space > 0) {
            startMillisByPid.put(
                    Long.parseLong(line, 1, space, 10), Long.parseLong(line, space + 1, line.length(), 10));
        } else if (line.startsWith("-")) {
            startMillisByPid.remove(Long.parseLong(line, 1, line.length(), 10));
        }
    }

    /** The listed processes that are still running; processes with a reused PID are excluded. */
    List<ProcessHandle> remaining() {
        List<ProcessHandle> remaining = new ArrayList<>();
        startMillisByPid.forEach((pid, startMillis) -> ProcessHandle.of(pid)
                .filter(process -> startedAt(process.info().startInstant(), startMillis))
                .ifPresent(remaining::add));
        return remaining;
    }

    private static boolean startedAt(Optional<Instant> start, long startMillis) {
        return start.isPresent() && Math.abs(start.get().toEpochMilli() - startMillis) <= START_TOLERANCE_MS;
    }

    private static void awaitUninterruptibly(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The line that adds a process, or empty if it has already exited. */
    static Optional<String> lineFor(ProcessHandle process) {
        return process.info().startInstant().map(start -> "+" + process.pid() + " " + start.toEpochMilli());
    }
}
