package org.faasnetlab.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.testing.function.TaskTypes;
import org.junit.jupiter.api.Test;

class JobTypesTest {
    @Test
    void theFunctionKnowsTheTasksOfEveryWorkload() {
        JobTypes jobs = new JobTypes(FunctionMain.workloads(FunctionEnvironment.of(Map.of()), new ChildProcesses()));

        assertThat(jobs.taskTypes()).hasSameElementsAs(TaskTypes.all());
    }
}
