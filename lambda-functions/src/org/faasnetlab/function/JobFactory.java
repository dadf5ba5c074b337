package org.faasnetlab.function;

import org.faasnetlab.function.iperf3.Iperf3JobFactory;
import org.faasnetlab.function.s3.S3Job;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.Task;

/** Makes the job of each kind of task. */
final class JobFactory {
    private final Iperf3JobFactory iperf3;

    JobFactory(Iperf3JobFactory iperf3) {
        this.iperf3 = iperf3;
    }

    /** @throws TaskException if the task cannot be done here */
    Job prepare(Task task) throws TaskException, InterruptedException {
        if (task instanceof Task.Iperf3 test) {
            return iperf3.job(test);
        }
        if (task instanceof Task.S3Get get) {
            return S3Job.of(get);
        }
        if (task instanceof Task.S3Put put) {
            return S3Job.of(put);
        }
        return new ProbeJob();
    }
}
