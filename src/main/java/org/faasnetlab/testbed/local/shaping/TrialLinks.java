package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;

/** The links of one trial. */
public interface TrialLinks extends AutoCloseable {

    /** The address to which a function, numbered from 0, connects to reach its target. */
    InetSocketAddress address(int functionIndex);

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
