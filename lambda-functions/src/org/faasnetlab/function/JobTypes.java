package org.faasnetlab.function;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.ProbeTask;

/** The types of tasks that a function can run. */
final class JobTypes {
    private final List<JobType<?>> types = new ArrayList<>();

    /** @param workloads the types of tasks of the workloads, besides the probe */
    JobTypes(List<JobType<?>> workloads) {
        types.add(new ProbeType());
        types.addAll(workloads);
    }

    List<TaskType<?>> taskTypes() {
        List<TaskType<?>> known = new ArrayList<>();
        for (JobType<?> type : types) {
            known.add(type.taskType());
        }
        return known;
    }

    /**
     * Prepares a task of one of the {@link #taskTypes}.
     *
     * @throws TaskException if the task cannot run in this environment
     */
    Job prepare(Task task) throws TaskException, InterruptedException {
        for (JobType<?> type : types) {
            if (type.taskType() == task.type()) {
                return prepare(type, task);
            }
        }
        throw new IllegalArgumentException("no job for task " + task.type().id());
    }

    @SuppressWarnings("unchecked") // A task is of the class that its type reads.
    private static <T extends Task> Job prepare(JobType<T> type, Task task) throws TaskException, InterruptedException {
        return type.prepare((T) task);
    }

    private static final class ProbeType implements JobType<ProbeTask> {
        @Override
        public TaskType<ProbeTask> taskType() {
            return ProbeTask.TYPE;
        }

        @Override
        public Job prepare(ProbeTask task) {
            return new ProbeJob();
        }
    }

    /**
     * Checks that the function can be invoked. It answers {@code ready} and, without waiting for T0, {@code finished} with
     * no bytes and no duration: nothing was transferred, so there is no bandwidth.
     */
    private static final class ProbeJob implements Job {
        @Override
        public boolean startsAtT0() {
            return false;
        }

        @Override
        public FunctionRecord.Finished run(TaskContext context) {
            return new FunctionRecord.Finished(0, 0, context.clock().offsetMicros(), 0, null, null, null, null);
        }
    }
}
