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
 * The main class of a process that outlives the program by a moment. Its standard input is a pipe that the program
 * holds: lines {@code +pid startMillis} and {@code -pid} say which processes run. When the pipe ends, the program has
 * ended, in whatever way, and what is still on the list is killed. Uses the JDK alone.
 */
final class Guardian {
    /** The start time of a process is computed from the computer's boot time, which is exact to a second only. */
    private static final long START_TOLERANCE_MS = 2_000;

    private final Map<Long, Long> startMillisByPid = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        // Ctrl-C in a terminal reaches this process too; it stays until the program itself has ended.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitUninterruptibly(done)));
        try (Reader lines = new InputStreamReader(System.in, StandardCharsets.US_ASCII)) {
            Guardian guardian = new Guardian();
            guardian.follow(lines);
            ProcessTrees.kill(guardian.remaining());
        } finally {
            done.countDown();
        }
    }

    /** Reads lines until there are no more. A pipe that breaks is a pipe that ends. */
    void follow(Reader source) {
        BufferedReader lines = new BufferedReader(source);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                accept(line);
            }
        } catch (IOException broken) {
            System.err.println("The guardian's pipe broke: " + broken.getMessage());
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

    /** The listed processes that still run and are not others that got their number. */
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
        } catch (InterruptedException halted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The line that adds a process, or nothing if it has ended already. */
    static Optional<String> lineFor(ProcessHandle process) {
        return process.info().startInstant().map(start -> "+" + process.pid() + " " + start.toEpochMilli());
    }
}
