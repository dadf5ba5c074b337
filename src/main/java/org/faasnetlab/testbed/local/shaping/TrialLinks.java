package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;
import java.util.List;
import org.faasnetlab.LabException;

/** The links of one trial. */
public interface TrialLinks extends AutoCloseable {

    /** The address to which a function, numbered from 0, connects to reach its target. */
    InetSocketAddress address(int functionIndex);

    /**
     * Opens a way for the UDP datagrams of each function to a target, through its link.
     *
     * @param targets target of each function, by function index
     * @return the addresses to which the functions send, by function index
     * @throws LabException if that fails
     */
    List<InetSocketAddress> relayDatagrams(List<InetSocketAddress> targets) throws LabException;

    /** The simulated host of a function, from 0. */
    int host(int functionIndex);

    /**
     * Sets the sandbox of a function. From then on its link uses the bucket of the sandbox, and the bytes sent so far
     * are taken from it.
     */
    void sandboxKnown(int functionIndex, String sandboxId);

    /** Closes all connections immediately and releases the ports. */
    @Override
    void close();
}
