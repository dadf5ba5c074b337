package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.util.Collection;

/** Starts processes that cannot outlive this program, whether it exits, crashes or is killed by {@code kill -9}. */
public interface ProcessStarter {

    /**
     * Starts a process. Its standard input is a pipe unless the builder says otherwise. The builder cannot be reused,
     * because its command and environment may be changed.
     *
     * @throws IOException if the process cannot be started
     */
    Process start(ProcessBuilder builder) throws IOException;

    /**
     * Kills processes and everything that they have started, and waits until all have exited. Does nothing for processes
     * that have exited and left nothing behind.
     */
    default void kill(Collection<Process> processes) {
        ProcessTrees.killChildren(processes, ProcessTrees.NO_MARK);
    }
}
