package org.faasnetlab.testbed.local;

import java.net.InetSocketAddress;
import java.util.Collections;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.LatencyTask;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.latency.LatencyWorkload;

/** Prepares latency trials: probes through the link of each function, and no transfer. */
final class LocalLatencyPreparer implements TrialPreparer<LatencyWorkload> {
    private final LocalServers servers;
    private final LinkFactory links;

    LocalLatencyPreparer(LocalServers servers, LinkFactory links) {
        this.servers = servers;
        this.links = links;
    }

    @Override
    public LocalTrial prepare(Cell cell, LatencyWorkload workload) throws LabException, InterruptedException {
        InetSocketAddress server = servers.echo().address();
        TrialLinks open = links.open(cell.network(), Collections.nCopies(cell.functions(), server));
        Task task = new LatencyTask(workload.seconds(), workload.intervalMs());
        return LocalTrial.probed(
                cell,
                servers,
                Collections.nCopies(cell.functions(), task),
                open,
                BusyMeter.NONE,
                BusyMeter.NONE,
                LocalTrial.CleanUp.NOTHING);
    }
}
