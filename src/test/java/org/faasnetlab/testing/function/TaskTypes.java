package org.faasnetlab.testing.function;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.workload.Workloads;

/** The types of tasks of the program, to read requests with. */
public final class TaskTypes {
    private TaskTypes() {}

    public static List<TaskType<?>> all() {
        List<TaskType<?>> types = new ArrayList<>(List.of(ProbeTask.TYPE));
        Workloads.builtIn().types().forEach(workload -> types.addAll(workload.taskTypes()));
        return types;
    }
}
