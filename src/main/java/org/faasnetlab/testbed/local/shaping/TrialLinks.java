package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;

/** The links of one trial. */
public interface TrialLinks extends AutoCloseable {

    /** Where a function, numbered from 0, connects to in order to reach its target. */
    InetSocketAddress address(int functionIndex);

    /** The simulated host of a function, from 0. */
    int host(int functionIndex);

    /**
     * Says in which sandbox a function runs. Its bucket is that of the sandbox from then on, and what has passed already
     * is taken from it.
     */
    void runsIn(int functionIndex, String sandboxId);

    /** Ends all connections at once and frees the ports. */
    @Override
    void close();
}
