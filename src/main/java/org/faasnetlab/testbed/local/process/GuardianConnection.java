package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the pipe to the {@link Guardian}, which is started on first use, and restarted if it was killed. */
final class GuardianConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardianConnection.class);
    private static final long CLOSE_SECONDS = 5;

    private final Map<Long, String> lineByPid = new LinkedHashMap<>();
    private @Nullable Process guardian;
    private @Nullable Writer pipe;
    private boolean closed;

    /** @throws IOException if the guardian cannot be started */
    synchronized void add(ProcessHandle process) throws IOException {
        String line = Guardian.lineFor(process).orElse(null);
        if (line != null) {
            lineByPid.put(process.pid(), line);
            send(line);
        }
    }

    synchronized void remove(long pid) {
        if (lineByPid.remove(pid) == null) {
            return;
        }
        try {
            send("-" + pid);
        } catch (IOException e) {
            // Not fatal: the guardian also compares start times, so an outdated PID on its list is harmless.
            LOG.warn("Cannot notify the guardian that process {} has exited", pid, e);
        }
    }

    private void send(String line) throws IOException {
        if (closed) {
            return;
        }
        if (guardian != null && pipe != null && guardian.isAlive()) {
            try {
                write(pipe, List.of(line));
                return;
            } catch (IOException e) {
                LOG.warn("The guardian has exited; starting another one", e);
            }
        }
        startWithWholeList();
    }

    private void startWithWholeList() throws IOException {
        Process started = new ProcessBuilder(command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        guardian = started;
        pipe = started.outputWriter(StandardCharsets.US_ASCII);
        write(pipe, lineByPid.values());
        LOG.debug("Guardian is process {}", started.pid());
    }

    private static void write(Writer pipe, Iterable<String> lines) throws IOException {
        for (String line : lines) {
            pipe.write(line + "\n");
        }
        pipe.flush();
    }

    private static List<String> command() throws IOException {
        try {
            Path ownClasses = Path.of(Guardian.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Xmx16m",
                    "-cp",
                    ownClasses.toString(),
                    Guardian.class.getName());
        } catch (URISyntaxException e) {
            throw new IOException("cannot determine the location of the classes of this program", e);
        }
    }

    /** Lets the guardian kill the processes that are still on its list and waits until it has exited. */
    @Override
    public synchronized void close() {
        closed = true;
        if (guardian == null || pipe == null) {
            return;
        }
        try {
            pipe.close();
            if (!guardian.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                guardian.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("The guardian had already exited", e);
        } catch (InterruptedException e) {
            guardian.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
