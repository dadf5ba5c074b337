package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the pipe to the {@link Guardian}, which is started on first use, and restarted if it was killed. Not
 * thread-safe.
 */
final class GuardianConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardianConnection.class);
    private static final long CLOSE_SECONDS = 5;

    private final Path list;
    private @Nullable Process guardian;

    /** @param list the file of the {@link ProcessList} */
    GuardianConnection(Path list) {
        this.list = list;
    }

    /** @throws IOException if the guardian cannot be started */
    void ensureRunning() throws IOException {
        if (guardian != null && guardian.isAlive()) {
            return;
        }
        if (guardian != null) {
            LOG.warn("The guardian has exited; starting another one");
        }
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Options for the program, such as another garbage collector, could prevent the guardian's start.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        guardian = builder.start();
        LOG.debug("Guardian is process {}", guardian.pid());
    }

    private List<String> command() throws IOException {
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
                    Guardian.class.getName(),
                    list.toString());
        } catch (URISyntaxException e) {
            throw new IOException("cannot determine the location of the classes of this program", e);
        }
    }

    /** Lets the guardian kill the processes that are still on the list, if it exists, and waits until it has exited. */
    @Override
    public void close() {
        if (guardian == null) {
            return;
        }
        try {
            guardian.getOutputStream().close();
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
