package org.faasnetlab.testbed.local.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.faasnetlab.testbed.NetworkSettings;

/** Links by relays in this process: without rights and on every system. Where nothing is simulated there is no relay. */
public final class RelayedLinks implements Links {
    private final Timing timing;
    private final SandboxBuckets buckets = new SandboxBuckets();
    private final Set<OpenRelays> open = ConcurrentHashMap.newKeySet();

    public RelayedLinks() {
        this(new SystemTiming());
    }

    RelayedLinks(Timing timing) {
        this.timing = timing;
    }

    @Override
    public OpenLinks open(NetworkSettings network, List<InetSocketAddress> targets) throws LinkException {
        if (!network.simulated()) {
            return new DirectLinks(targets);
        }
        try {
            buckets.use(network.link());
            OpenRelays relays = OpenRelays.open(
                    new SimulatedNetwork(network, targets.size(), buckets, timing), targets, open::remove);
            open.add(relays);
            return relays;
        } catch (IOException failed) {
            throw new LinkException(failed);
        }
    }

    @Override
    public void fillBuckets() {
        buckets.clear();
    }

    @Override
    public void close() {
        open.forEach(OpenRelays::close);
    }
}
