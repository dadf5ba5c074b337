package org.faasnetlab.function;

import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.iperf3.Iperf3JobFactory;
import org.faasnetlab.function.s3.S3Job;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.Task;

/** Creates the job for each type of task. */
final class JobFactory {
    private final Iperf3JobFactory iperf3;

    JobFactory(Iperf3JobFactory iperf3) {
        this.iperf3 = iperf3;
    }

    /** @throws TaskException if the task cannot run in this environment */
    Job prepare(Task task) throws TaskException, InterruptedException {
        return task.accept(new Preparations()).prepare();
    }

    private interface Preparation {
        Job prepare() throws TaskException, InterruptedException;
    }

    private final class Preparations implements Task.Handler<Preparation> {
        @Override
        public Preparation on(Task.Probe task) {
            return ProbeJob::new;
        }

        @Override
        public Preparation on(Task.Iperf3 task) {
            return () -> iperf3.job(task);
        }

        @Override
        public Preparation on(Task.S3Get task) {
            return () -> S3Job.of(task);
        }

        @Override
        public Preparation on(Task.S3Put task) {
            return () -> S3Job.of(task);
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
