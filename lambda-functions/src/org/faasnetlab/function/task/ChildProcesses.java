package org.faasnetlab.function.task;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Starts the child processes of this process and terminates them at its end. Thread-safe. */
public final class ChildProcesses {
    private boolean ending;

    /**
     * Starts a process.
     *
     * @throws IOException if the process cannot be started, or after {@link #end()}
     */
    public synchronized Process start(ProcessBuilder builder) throws IOException {
        if (ending) {
            throw new IOException("the function is ending; no more processes are started");
        }
        return builder.start();
    }

    /** Kills all running descendants. No process is being started at that moment, and none is started afterwards. */
    public void end() {
        synchronized (this) {
            ending = true;
        }
        List<ProcessHandle> found = descendants();
        while (!found.isEmpty()) {
            found.forEach(ProcessHandle::destroyForcibly);
            List<ProcessHandle> killed = found;
            found = descendants().stream()
                    .filter(process -> !killed.contains(process))
                    .toList();
        }
    }

    private static List<ProcessHandle> descendants() {
        try (Stream<ProcessHandle> all = ProcessHandle.current().descendants()) {
            return all.toList();
        }
    }
}
