package org.faasnetlab.function;

import org.faasnetlab.function.iperf3.Iperf3Programs;
import org.faasnetlab.function.s3.S3Job;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.TaskFailure;
import org.faasnetlab.protocol.Task;

/** Makes the job of each kind of task. */
final class Jobs {
    private final Iperf3Programs iperf3;

    Jobs(Iperf3Programs iperf3) {
        this.iperf3 = iperf3;
    }

    /** @throws TaskFailure if the task cannot be done here */
    Job prepare(Task task) throws TaskFailure, InterruptedException {
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
