package org.faasnetlab.testbed.local.network;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;

/**
 * Implements links with the queues of a kernel network. They stay between trials of the same settings, so that buckets keep
 * what they hold; each belongs to the function of its number.
 */
public final class KernelLinkFactory implements LinkFactory {
    private final KernelNetwork network;
    private @Nullable Shape present;

    private record Shape(NetworkSettings settings, int functions) {}

    public KernelLinkFactory(KernelNetwork network) {
        this.network = network;
    }

    @Override
    public synchronized TrialLinks open(NetworkSettings settings, List<InetSocketAddress> targets)
            throws LabException, InterruptedException {
        Shape wanted = new Shape(settings, targets.size());
        if (!wanted.equals(present)) {
            present = null;
            network.shape(settings, targets.size());
            present = wanted;
        }
        return new KernelLinks(targets, settings.hosts());
    }

    @Override
    public synchronized void fillBuckets() {
        present = null;
    }

    /** The network is closed by its owner. */
    @Override
    public void close() {
        fillBuckets();
    }

    private record KernelLinks(List<InetSocketAddress> targets, int hosts) implements TrialLinks {
        KernelLinks {
            targets = List.copyOf(targets);
        }

        @Override
        public InetSocketAddress address(int functionIndex) {
            return inNetwork(functionIndex, targets.get(functionIndex));
        }

        private static InetSocketAddress inNetwork(int functionIndex, InetSocketAddress server) {
            return new InetSocketAddress(NetworkAddresses.serverAddress(functionIndex), server.getPort());
        }

        @Override
        public List<InetSocketAddress> relayDatagrams(List<InetSocketAddress> datagramTargets) {
            return IntStream.range(0, datagramTargets.size())
                    .mapToObj(index -> inNetwork(index, datagramTargets.get(index)))
                    .toList();
        }

        @Override
        public int host(int functionIndex) {
            return functionIndex % hosts;
        }

        @Override
        public void sandboxKnown(int functionIndex, String sandboxId) {
            // A bucket belongs to the function of its number.
        }

        @Override
        public void close() {
            // The queues stay for the next trial.
        }
    }
}
