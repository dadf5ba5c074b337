package org.faasnetlab.testbed.local.process;

import java.io.IOException;

/** Starts the process of a server. That it ends with this program is seen to by whoever provides this. */
public interface ProcessStarter {

    /** @throws IOException if it cannot be started */
    Process start(ProcessBuilder builder) throws IOException;
}
