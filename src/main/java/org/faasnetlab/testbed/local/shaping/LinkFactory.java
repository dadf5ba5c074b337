package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.workload.NetworkSettings;

/** Puts a link between each function of a trial and what it measures against. */
public interface LinkFactory extends AutoCloseable {

    /**
     * Opens the links of one trial. A burst bucket is full for a sandbox that is new, and else as full as it was after the
     * sandbox's last trial and has become since, as long as trials have links of the same kind.
     *
     * @param targets where each function's traffic goes, by the function's number
     * @throws LabException with nothing left open
     */
    TrialLinks open(NetworkSettings network, List<InetSocketAddress> targets) throws LabException;

    /** All sandboxes find their buckets full again. */
    void fillBuckets();

    /** Closes all links that are still open. */
    @Override
    void close();
}
