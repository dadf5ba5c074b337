package org.faasnetlab.testbed.local;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.udp.DatagramWorkload;

/** Prepares trials with UDP: an iperf3 server for each function, without a relay. */
final class LocalUdpPreparer<W extends DatagramWorkload> implements TrialPreparer<W> {
    private final LocalServers servers;
    private final LinkFactory links;

    LocalUdpPreparer(LocalServers servers, LinkFactory links) {
        this.servers = servers;
        this.links = links;
    }

    /** iperf3 needs its datagrams on the port of its TCP connection, and a relay has no queue that could lose them. */
    @Override
    public void requireNetwork(NetworkSettings network) throws LabException {
        if (network.relayed()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("The simulated link of a relay carries no UDP test."),
                    Phrase.of("Set network to kernel, or link and hostLink to unlimited."));
        }
    }

    @Override
    public void require() throws LabException, InterruptedException {
        servers.requireIperf3();
    }

    @Override
    public LocalTrial prepare(Cell cell, W workload) throws LabException, InterruptedException {
        requireNetwork(cell.network());
        // Of an upload, only the server knows what arrived and when.
        boolean uploads = workload.direction() != Direction.DOWNLOAD;
        TrialLinks open = links.open(
                cell.network(), servers.iperf3Addresses(cell.functions(), uploads ? workload.intervalMs() : 0));
        List<Task> all = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < cell.functions(); functionIndex++) {
            InetSocketAddress address = open.address(functionIndex);
            all.add(workload.task(
                    address.getAddress().getHostAddress(), address.getPort(), cell.directionOf(functionIndex), null));
        }
        return LocalTrial.probed(cell, servers, all, open, BusyMeter.NONE, BusyMeter.NONE, LocalTrial.CleanUp.NOTHING);
    }
}
