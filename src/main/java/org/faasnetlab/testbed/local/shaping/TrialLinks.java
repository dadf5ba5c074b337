package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;
import java.time.Instant;
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

    /**
     * Holds iperf3 tests between their connection and their start: of what a server sends on a connection opened before
     * T0, only the first byte passes before T0. With it an iperf3 server asks for the parameters of the test, with the
     * second for its streams. So the functions can connect before T0, and at T0 have little left to do.
     *
     * @return whether these links can do that
     */
    default boolean holdTests() {
        return false;
    }

    /** T0 is known; called once. */
    default void startAt(Instant t0) {}

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
