package org.faasnetlab.testbed.local.process;

import java.io.IOException;

/** Starts processes that cannot outlive this program, however it ends: by exit, crash or {@code kill -9}. */
public interface ChildProcesses extends ProcessStarter {

    /**
     * Starts a process. Its standard input is a pipe unless the builder says otherwise.
     *
     * @throws IOException if it cannot be started
     */
    @Override
    Process start(ProcessBuilder builder) throws IOException;
}
