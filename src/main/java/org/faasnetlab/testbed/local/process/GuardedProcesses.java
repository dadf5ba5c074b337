package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts processes and registers them with a small guardian process, which kills them and their descendants if this
 * program terminates without {@link #close()}: by exit, crash or {@code kill -9}. A descendant whose parent has already
 * exited is not found; a process that starts others should terminate them on exit.
 */
public final class GuardedProcesses implements ProcessStarter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedProcesses.class);
    private static final Duration EXIT_GRACE = Duration.ofSeconds(5);

    private final GuardianConnection guardian = new GuardianConnection();
    private final Set<Process> running = new LinkedHashSet<>();
    private boolean closed;

    /** @throws IOException if the process cannot be started or registered, or after {@link #close()} */
    @Override
    public Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            guard(process);
            return process;
        } catch (IOException e) {
            ProcessTrees.kill(List.of(process.toHandle()));
            throw e;
        }
    }

    private void guard(Process process) throws IOException {
        synchronized (this) {
            if (closed) {
                throw new IOException("shutting down; no more processes are started");
            }
            running.add(process);
        }
        guardian.add(process.toHandle());
        process.onExit().thenAccept(this::forget);
    }

    private void forget(Process process) {
        synchronized (this) {
            running.remove(process);
        }
        guardian.remove(process.pid());
    }

    /** Kills every running process with its descendants, then stops the guardian. */
    @Override
    public void close() {
        List<Process> last;
        synchronized (this) {
            closed = true;
            last = new ArrayList<>(running);
        }
        ProcessTrees.kill(last.stream().map(Process::toHandle).toList());
        ProcessTrees.awaitExit(last, EXIT_GRACE);
        guardian.close();
        LOG.debug("Terminated {} processes", last.size());
    }
}
