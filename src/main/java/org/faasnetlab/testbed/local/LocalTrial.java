package org.faasnetlab.testbed.local;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.workload.Cell;

/** A trial whose links are open and whose tasks are known. */
record LocalTrial(
        List<Task> tasks,
        ProbeTargets probes,
        TrialLinks links,
        BusyMeter serverMeter,
        BusyMeter serverDiskMeter,
        CleanUp after)
        implements PreparedTrial {

    /** Work that remains after the functions have finished and their links are closed. */
    interface CleanUp {
        CleanUp NOTHING = () -> {};

        void run() throws LabException;
    }

    LocalTrial {
        tasks = List.copyOf(tasks);
    }

    /**
     * A trial, with the latency probes that its cell asks for.
     *
     * @throws LabException if there can be no probes; the links are then closed
     */
    static LocalTrial probed(
            Cell cell,
            LocalServers servers,
            List<Task> tasks,
            TrialLinks links,
            BusyMeter serverMeter,
            BusyMeter serverDiskMeter,
            CleanUp after)
            throws LabException, InterruptedException {
        try {
            return new LocalTrial(
                    tasks, ProbeTargets.open(cell, servers, links), links, serverMeter, serverDiskMeter, after);
        } catch (LabException | InterruptedException e) {
            links.close();
            throw e;
        }
    }

    @Override
    public Optional<ProbeTarget> probe(int functionIndex) {
        return probes.targets().isEmpty()
                ? Optional.empty()
                : Optional.of(probes.targets().get(functionIndex));
    }

    @Override
    public Task task(int functionIndex) {
        return tasks.get(functionIndex);
    }

    @Override
    public int host(int functionIndex) {
        return links.host(functionIndex);
    }

    @Override
    public void sandboxKnown(int functionIndex, String sandboxId) {
        links.sandboxKnown(functionIndex, sandboxId);
    }

    @Override
    public void startAt(Instant t0) {
        links.startAt(t0);
    }

    @Override
    public void close() throws LabException {
        links.close();
        after.run();
    }
}
