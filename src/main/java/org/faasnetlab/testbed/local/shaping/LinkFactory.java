package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.workload.NetworkSettings;

/** Creates a link between each function of a trial and its target server. */
public interface LinkFactory extends AutoCloseable {

    /**
     * Opens the links of one trial. The burst bucket of a new sandbox is full. The bucket of a known sandbox continues
     * from its level after the last trial, refilled since then, as long as the link profile does not change.
     *
     * @param targets target of each function, by function index
     * @throws LabException if that fails; no link is left open
     */
    TrialLinks open(NetworkSettings network, List<InetSocketAddress> targets) throws LabException, InterruptedException;

    /** Refills the buckets of all sandboxes. */
    void fillBuckets();

    /** Closes all links that are still open. */
    @Override
    void close();
}
