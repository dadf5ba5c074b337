package org.faasnetlab.function.task;

import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;

/**
 * Prepares the jobs of one type of task.
 *
 * @param <T> the tasks of this type
 */
public interface JobType<T extends Task> {
    TaskType<T> taskType();

    /**
     * Makes the job of a task, which has not started anything yet.
     *
     * @throws TaskException if the task cannot run in this environment
     */
    Job prepare(T task) throws TaskException, InterruptedException;
}
