package org.faasnetlab.testbed.local.process;

import java.io.IOException;

/** Starts server processes. Implementations ensure that a process does not outlive this program. */
public interface ProcessStarter {

    /** @throws IOException if the process cannot be started */
    Process start(ProcessBuilder builder) throws IOException;
}
