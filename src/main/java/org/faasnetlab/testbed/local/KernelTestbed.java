package org.faasnetlab.testbed.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.TrialPreparers;
import org.faasnetlab.testbed.local.network.KernelLinkFactory;
import org.faasnetlab.testbed.local.network.KernelNetwork;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.WorkloadType;
import org.jspecify.annotations.Nullable;

/**
 * The part of the testbed on this computer that is in a kernel network: created with the first trial that needs it, with
 * servers of its own.
 */
final class KernelTestbed implements AutoCloseable {
    /** Servers answer at all addresses of their namespace: they have one for each function. */
    private static final InetAddress ANY_ADDRESS = new InetSocketAddress("0.0.0.0", 0).getAddress();

    private final LocalTestbedSettings settings;
    private final Installation installation;
    private final List<String> functionCommand;
    private final ProcessStarter processes;
    private @Nullable Network network;

    /** A network with what is in it. */
    private record Network(
            KernelNetwork kernel, KernelLinkFactory links, LocalServers servers, TrialPreparers trials) {}

    KernelTestbed(
            LocalTestbedSettings settings,
            Installation installation,
            List<String> functionCommand,
            ProcessStarter processes) {
        this.settings = settings;
        this.installation = installation;
        this.functionCommand = List.copyOf(functionCommand);
        this.processes = processes;
    }

    /** @throws LabException if the workload cannot be measured in such a network, or this system cannot make it */
    void require(Cell first) throws LabException, InterruptedException {
        WorkloadType type = first.workload().type();
        if (!LocalPreparers.OWN.types().contains(type)) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("The workload {0} cannot be measured in a kernel network.", type.id()),
                    Phrase.of("Set network to relay."));
        }
        KernelNetwork.require(first.network(), processes);
    }

    synchronized PreparedTrial prepare(Cell cell) throws LabException, InterruptedException {
        return network().trials().prepare(cell);
    }

    /** The command that makes the program that follows a function. */
    synchronized List<String> functionEntry() throws LabException, InterruptedException {
        return network().kernel().functionEntry();
    }

    /** Fills the buckets of all links. */
    synchronized void fillBuckets() {
        if (network != null) {
            network.links().fillBuckets();
        }
    }

    private Network network() throws LabException, InterruptedException {
        if (network == null) {
            KernelNetwork kernel = KernelNetwork.create(processes);
            KernelLinkFactory links = new KernelLinkFactory(kernel);
            LocalServers servers =
                    new LocalServers(settings, installation, functionCommand, kernel.servers(), ANY_ADDRESS);
            network = new Network(kernel, links, servers, LocalPreparers.OWN.create(servers, links));
        }
        return network;
    }

    @Override
    public synchronized void close() {
        if (network != null) {
            network.servers().close();
            network.kernel().close();
            network = null;
        }
    }
}
