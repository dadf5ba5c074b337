package org.faasnetlab.testbed.local;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.TrialSpec;
import org.faasnetlab.testbed.Workload;
import org.faasnetlab.testbed.local.iperf3.Iperf3Servers;
import org.faasnetlab.testbed.local.link.Links;
import org.faasnetlab.testbed.local.link.OpenLinks;

/** Prepares iperf3 trials: a server for each function, behind its link. */
final class Iperf3Trials {
    private final Iperf3Servers servers;
    private final Links links;

    Iperf3Trials(Iperf3Servers servers, Links links) {
        this.servers = servers;
        this.links = links;
    }

    LocalTrial prepare(TrialSpec spec, Workload.Iperf3 workload) throws LabException, InterruptedException {
        OpenLinks open = links.open(spec.network(), servers.listening(spec.functions()));
        List<Task> tasks = new ArrayList<>();
        for (int worker = 0; worker < spec.functions(); worker++) {
            InetSocketAddress address = open.address(worker);
            tasks.add(new Task.Iperf3(
                    address.getAddress().getHostAddress(),
                    address.getPort(),
                    spec.directionOf(worker),
                    workload.seconds(),
                    workload.streams(),
                    workload.intervalMs(),
                    workload.omitSeconds(),
                    workload.congestion()));
        }
        return new LocalTrial(tasks, open, LocalTrial.CleanUp.NOTHING);
    }
}
