package org.faasnetlab.testbed.aws.measuring;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.TrialConditions;

/** A trial whose tasks are known. Hosts are not simulated on AWS, so all functions are on host 0. */
record AwsTrial(List<Task> tasks, CleanUp after, TrialConditions facts) implements PreparedTrial {

    /** What is left to do when the functions have ended. */
    interface CleanUp {
        CleanUp NOTHING = () -> {};

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
        after.run();
    }
}
