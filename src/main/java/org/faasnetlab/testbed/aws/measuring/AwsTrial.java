package org.faasnetlab.testbed.aws.measuring;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.TrialConditions;

/** A trial with prepared tasks. AWS testbeds simulate no hosts, so all functions are on host 0. */
record AwsTrial(List<Task> tasks, Cleanup cleanup, TrialConditions facts) implements PreparedTrial {

    /** Work after the functions have finished. */
    interface Cleanup {
        Cleanup NOTHING = () -> {};

        void run() throws LabException;
    }

    AwsTrial {
        tasks = List.copyOf(tasks);
    }

    @Override
    public Task task(int functionIndex) {
        return tasks.get(functionIndex);
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
