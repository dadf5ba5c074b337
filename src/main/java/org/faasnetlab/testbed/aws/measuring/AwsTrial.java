package org.faasnetlab.testbed.aws.measuring;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.TrialConditions;

/**
 * A trial with prepared tasks. AWS testbeds simulate no hosts, so all functions are on host 0.
 *
 * @param probes where functions send latency probes, by function index; empty without probes
 */
record AwsTrial(List<Task> tasks, List<ProbeTarget> probes, Cleanup cleanup, TrialConditions conditions)
        implements PreparedTrial {

    /** Work after the functions have finished. */
    interface Cleanup {
        Cleanup NOTHING = () -> {};

        void run() throws LabException;
    }

    AwsTrial {
        tasks = List.copyOf(tasks);
        probes = List.copyOf(probes);
    }

    @Override
    public Task task(int functionIndex) {
        return tasks.get(functionIndex);
    }

    @Override
    public Optional<ProbeTarget> probe(int functionIndex) {
        return probes.isEmpty() ? Optional.empty() : Optional.of(probes.get(functionIndex));
    }

    @Override
    public int host(int functionIndex) {
        return 0;
    }

    @Override
    public void close() throws LabException {
        cleanup.run();
    }
}
