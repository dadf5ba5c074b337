package org.faasnetlab.ui.setup;

import org.faasnetlab.LabException;

/** Checks whether an iperf3 program can be used. */
@FunctionalInterface
public interface Iperf3VersionProbe {

    /**
     * Runs the program to read its version.
     *
     * @param program a name to be found on the path, or a path
     * @return its version, for example {@code 3.12}
     * @throws LabException if it does not exist or is not iperf3
     */
    String version(String program) throws LabException, InterruptedException;
}
