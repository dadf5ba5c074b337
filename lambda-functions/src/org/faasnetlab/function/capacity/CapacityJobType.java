package org.faasnetlab.function.capacity;

import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.UdpTask;

/** Creates jobs that search the capacity with UDP tests and then run a TCP test. */
public final class CapacityJobType implements JobType<CapacityTask> {
    private final JobType<UdpTask> udp;
    private final JobType<Iperf3Task> tcp;

    public CapacityJobType(JobType<UdpTask> udp, JobType<Iperf3Task> tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    @Override
    public TaskType<CapacityTask> taskType() {
        return CapacityTask.TYPE;
    }

    @Override
    public Job prepare(CapacityTask task) throws TaskException, InterruptedException {
        return new CapacityJob(task, udp, tcp);
    }
}
