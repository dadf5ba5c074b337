package org.faasnetlab.ui.setup;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;

/** Checks whether an iperf3 server of the user answers. */
@FunctionalInterface
public interface ExternalServerProbe {

    /**
     * Checks that an iperf3 server can be used.
     *
     * @throws LabException if its name does not resolve, or no iperf3 server answers that has time for a test
     */
    void require(ServerAddress server) throws LabException, InterruptedException;
}
