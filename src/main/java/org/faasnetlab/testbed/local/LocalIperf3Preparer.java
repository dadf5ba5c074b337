package org.faasnetlab.testbed.local;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.jspecify.annotations.Nullable;

/** Prepares iperf3 trials: a server for each function, behind its link. */
final class LocalIperf3Preparer implements TrialPreparer<Iperf3Workload> {
    /**
     * iperf3 counts bytes as sent when they are in the socket's send buffer. By default the buffer grows to 4 MB per
     * stream and is refilled when a third is free: on a slow simulated link an upload would start with 4 MB that the
     * link never carried, and then alternate between 1.3 MB and 0 per interval. Linux grants a requested size of up to
     * 208 KiB.
     */
    private static final int ALL_WINDOWS_BYTES = 1 << 20;

    private static final int MAX_WINDOW_BYTES = 200 << 10;
    private static final int MIN_WINDOW_BYTES = 64 << 10;

    private final LocalServers servers;
    private final LinkFactory links;

    LocalIperf3Preparer(LocalServers servers, LinkFactory links) {
        this.servers = servers;
        this.links = links;
    }

    @Override
    public void require() throws LabException, InterruptedException {
        servers.requireIperf3();
    }

    @Override
    public LocalTrial prepare(Cell cell, Iperf3Workload workload) throws LabException, InterruptedException {
        TrialLinks open = links.open(cell.network(), servers.iperf3Addresses(cell.functions()));
        boolean held = open.holdTests();
        List<Task> tasks = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < cell.functions(); functionIndex++) {
            InetSocketAddress address = open.address(functionIndex);
            tasks.add(new Iperf3Task(
                    address.getAddress().getHostAddress(),
                    address.getPort(),
                    cell.directionOf(functionIndex),
                    workload.seconds(),
                    workload.streams(),
                    workload.intervalMs(),
                    workload.omitSeconds(),
                    workload.congestion(),
                    window(cell, cell.directionOf(functionIndex), workload.streams()),
                    null,
                    null,
                    // TCP would describe the way to the relay.
                    workload.tcpInfo() && !cell.network().relayed(),
                    held));
        }
        return LocalTrial.probed(
                cell, servers, tasks, open, BusyMeter.NONE, BusyMeter.NONE, LocalTrial.CleanUp.NOTHING);
    }

    private static @Nullable Integer window(Cell cell, Direction direction, int streams) {
        if (direction == Direction.DOWNLOAD || !cell.network().relayed()) {
            return null;
        }
        int share = ALL_WINDOWS_BYTES / streams;
        return Math.max(MIN_WINDOW_BYTES, Math.min(MAX_WINDOW_BYTES, share));
    }
}
