package org.faasnetlab.testbed.local;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.udp.UdpWorkload;

/** Prepares UDP trials: an iperf3 server for each function, without a relay. */
final class LocalUdpPreparer implements TrialPreparer<UdpWorkload> {
    private final LocalServers servers;
    private final LinkFactory links;

    LocalUdpPreparer(LocalServers servers, LinkFactory links) {
        this.servers = servers;
        this.links = links;
    }

    /** iperf3 needs its datagrams on the port of its TCP connection, and a relay has no queue that could lose them. */
    static void refuseRelay(NetworkSettings network) throws LabException {
        if (network.relayed()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "The simulated link of a relay carries no UDP test.",
                    "Set network to kernel, or link and hostLink to unlimited.");
        }
    }

    @Override
    public void require() throws LabException, InterruptedException {
        servers.requireIperf3();
    }

    @Override
    public LocalTrial prepare(Cell cell, UdpWorkload workload) throws LabException, InterruptedException {
        refuseRelay(cell.network());
        // Of an upload, only the server knows what arrived and when.
        boolean uploads = cell.workload().direction() != Direction.DOWNLOAD;
        TrialLinks open = links.open(
                cell.network(), servers.iperf3Addresses(cell.functions(), uploads ? workload.intervalMs() : 0));
        List<Task> tasks = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < cell.functions(); functionIndex++) {
            InetSocketAddress address = open.address(functionIndex);
            tasks.add(new UdpTask(
                    address.getAddress().getHostAddress(),
                    address.getPort(),
                    cell.directionOf(functionIndex),
                    workload.seconds(),
                    workload.intervalMs(),
                    Math.round(workload.rate().bitsPerSecond()),
                    workload.datagramBytes()));
        }
        return LocalTrial.probed(
                cell, servers, tasks, open, BusyMeter.NONE, BusyMeter.NONE, LocalTrial.CleanUp.NOTHING);
    }
}
