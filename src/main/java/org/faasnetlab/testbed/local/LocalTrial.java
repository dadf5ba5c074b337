package org.faasnetlab.testbed.local;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.local.shaping.TrialLinks;

/** A trial whose links are open and whose tasks are known. */
record LocalTrial(List<Task> tasks, TrialLinks links, BusyMeter serverMeter, BusyMeter serverDiskMeter, CleanUp after)
        implements PreparedTrial {

    /** Work that remains after the functions have finished and their links are closed. */
    interface CleanUp {
        CleanUp NOTHING = () -> {};

        void run() throws LabException;
    }

    LocalTrial {
        tasks = List.copyOf(tasks);
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
    public void close() throws LabException {
        links.close();
        after.run();
    }
}
