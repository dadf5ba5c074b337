package org.faasnetlab.testbed.local;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.testbed.local.latency.EchoServerProcess;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.latency.ProbeSetting;

/**
 * Where the functions of one trial send latency probes: to the echo server, through the links of the trial.
 *
 * @param targets by function index; empty without probes, and without a server that answers them
 */
record ProbeTargets(List<ProbeTarget> targets) {
    ProbeTargets {
        targets = List.copyOf(targets);
    }

    /**
     * Starts the echo server if the cell has probes, and opens their way through the links.
     *
     * @throws LabException if that fails
     */
    static ProbeTargets open(Cell cell, LocalServers servers, TrialLinks links)
            throws LabException, InterruptedException {
        Integer interval = cell.workload().probeMs();
        List<ProbeTarget> targets = new ArrayList<>();
        if (interval != null && servers.answerProbes()) {
            EchoServerProcess server = servers.echo();
            List<InetSocketAddress> addresses =
                    links.relayDatagrams(Collections.nCopies(cell.functions(), server.address()));
            for (InetSocketAddress address : addresses) {
                targets.add(new ProbeTarget(
                        address.getAddress().getHostAddress(),
                        address.getPort(),
                        server.key(),
                        interval,
                        Math.toIntExact(ProbeSetting.IDLE.toMillis())));
            }
        }
        return new ProbeTargets(targets);
    }
}
