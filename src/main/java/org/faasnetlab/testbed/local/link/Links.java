package org.faasnetlab.testbed.local.link;

import java.net.InetSocketAddress;
import java.util.List;
import org.faasnetlab.testbed.NetworkSettings;

/** Puts a link between each function of a trial and what it measures against. */
public interface Links extends AutoCloseable {

    /**
     * Opens the links of one trial; burst buckets start full.
     *
     * @param targets where each function's traffic goes, by the function's number
     * @throws LinkException with nothing left open
     */
    OpenLinks open(NetworkSettings network, List<InetSocketAddress> targets) throws LinkException;

    /** Closes all links that are still open. */
    @Override
    void close();
}
