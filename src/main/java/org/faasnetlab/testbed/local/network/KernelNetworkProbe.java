package org.faasnetlab.testbed.local.network;

import org.faasnetlab.LabException;
import org.faasnetlab.workload.NetworkSettings;

/** Checks whether this computer can make a network of namespaces. */
@FunctionalInterface
public interface KernelNetworkProbe {

    /**
     * Makes such a network and removes it again.
     *
     * @throws LabException with what the system lacks, or does not allow
     */
    void require(NetworkSettings settings) throws LabException, InterruptedException;
}
