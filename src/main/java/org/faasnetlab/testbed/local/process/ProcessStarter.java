package org.faasnetlab.testbed.local.process;

import java.io.IOException;

/** Starts processes that cannot outlive this program, whether it exits, crashes or is killed by {@code kill -9}. */
public interface ProcessStarter {

    /**
     * Starts a process. Its standard input is a pipe unless the builder says otherwise.
     *
     * @throws IOException if the process cannot be started
     */
    Process start(ProcessBuilder builder) throws IOException;
}
