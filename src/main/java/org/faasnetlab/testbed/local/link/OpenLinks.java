package org.faasnetlab.testbed.local.link;

import java.net.InetSocketAddress;

/** The links of one trial. */
public interface OpenLinks extends AutoCloseable {

    /** Where a function, numbered from 0, connects to in order to reach its target. */
    InetSocketAddress address(int worker);

    /** The simulated host of a function, from 0. */
    int host(int worker);

    /** Ends all connections at once and frees the ports. */
    @Override
    void close();
}
