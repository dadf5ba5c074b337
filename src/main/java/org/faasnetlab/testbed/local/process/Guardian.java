package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The main class of a process that cleans up after the program. Its standard input is a pipe from the program, whose
 * end means that the program has terminated; then all processes on the program's list are killed. Uses the JDK only.
 */
final class Guardian {
    /**
     * The list is read again for this long: a process whose start was under way when the program was killed appears
     * only afterwards.
     */
    private static final long LAST_SCAN_MS = 2_000;

    private static final long PAUSE_MS = 200;

    private Guardian() {}

    /**
     * Waits until the program has terminated, and then kills the processes on its list.
     *
     * @param arguments the path of the list
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        // Ctrl-C in a terminal reaches this process too; ignore it until the program has terminated.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitUninterruptibly(done)));
        try {
            awaitEnd(System.in);
            killAll(new ProcessList(Path.of(arguments[0])));
        } finally {
            done.countDown();
        }
    }

    /** Reads to the end. A broken pipe counts as the end. */
    private static void awaitEnd(InputStream pipe) {
        try {
            while (pipe.read() >= 0) {
                // nothing is sent
            }
        } catch (IOException e) {
            System.err.println("The guardian's pipe broke: " + e.getMessage());
        }
    }

    /** Does nothing if the program has deleted its list, because then it has killed everything itself. */
    private static void killAll(ProcessList list) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LAST_SCAN_MS * 1_000_000;
        while (Files.exists(list.file())) {
            list.killAll();
            if (System.nanoTime() > deadline) {
                list.delete();
                return;
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
