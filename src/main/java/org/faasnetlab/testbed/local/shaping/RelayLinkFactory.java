package org.faasnetlab.testbed.local.shaping;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.NetworkSettings;

/**
 * Implements links with relays in this process, which need no privileges and work on every system. Without simulation
 * there is no relay.
 */
public final class RelayLinkFactory implements LinkFactory {
    private final Timing timing;
    private final SandboxTokenBuckets buckets = new SandboxTokenBuckets();
    private final Set<TrialRelays> open = ConcurrentHashMap.newKeySet();

    public RelayLinkFactory() {
        this(Timing.SYSTEM);
    }

    RelayLinkFactory(Timing timing) {
        this.timing = timing;
    }

    @Override
    public TrialLinks open(NetworkSettings network, List<InetSocketAddress> targets) throws LabException {
        if (!network.simulated()) {
            return new UnshapedLinks(targets);
        }
        try {
            buckets.use(network.link());
            TrialRelays relays = TrialRelays.open(
                    new SimulatedNetwork(network, targets.size(), buckets, timing),
                    targets,
                    new StartBarrier(timing),
                    open::remove);
            open.add(relays);
            return relays;
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    static LabException unavailable(IOException cause) {
        return new LabException(
                LabException.Kind.FAILED,
                Phrase.of("Cannot create the simulated network: {0}.", cause.getMessage()),
                Phrase.of("Close programs with many open connections, or use fewer concurrent functions."),
                cause);
    }

    @Override
    public void fillBuckets() {
        buckets.clear();
    }

    @Override
    public void close() {
        open.forEach(TrialRelays::close);
    }

    /** No simulation: functions connect directly to their targets, and no host is simulated. */
    private record UnshapedLinks(List<InetSocketAddress> targets) implements TrialLinks {
        UnshapedLinks {
            targets = List.copyOf(targets);
        }

        @Override
        public InetSocketAddress address(int functionIndex) {
            return targets.get(functionIndex);
        }

        @Override
        public List<InetSocketAddress> relayDatagrams(List<InetSocketAddress> datagramTargets) {
            return List.copyOf(datagramTargets);
        }

        @Override
        public int host(int functionIndex) {
            return 0;
        }

        @Override
        public void sandboxKnown(int functionIndex, String sandboxId) {
            // There are no buckets.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
