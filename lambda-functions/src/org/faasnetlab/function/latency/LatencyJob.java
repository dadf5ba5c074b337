package org.faasnetlab.function.latency;

import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.ProcessorTime;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.LatencyTask;

/** Transfers nothing for some time, so that the probes beside it show the network without load. */
public final class LatencyJob implements Job {
    public static final JobType<LatencyTask> TYPE = new JobType<>() {
        @Override
        public TaskType<LatencyTask> taskType() {
            return LatencyTask.TYPE;
        }

        @Override
        public Job prepare(LatencyTask task) {
            return new LatencyJob(task);
        }
    };

    private final LatencyTask task;

    private LatencyJob(LatencyTask task) {
        this.task = task;
    }

    @Override
    public FunctionRecord.Finished run(TaskContext context) throws TaskException, InterruptedException {
        Long cpuBefore = ProcessorTime.micros(ProcessHandle.current());
        long began = context.clock().offsetMicros();
        context.records().emit(new FunctionRecord.Started(began));
        long endMicros = began + task.seconds() * 1_000_000L;
        long done = began;
        while (done < endMicros) {
            long next = Math.min(endMicros, done + task.intervalMs() * 1000L);
            context.stop().await((next - context.clock().offsetMicros()) * 1000);
            context.stop().check();
            context.records().emit(new FunctionRecord.Measured(new Interval(done, next - done, 0, null)));
            done = next;
        }
        return new FunctionRecord.Finished(
                0,
                0,
                began,
                endMicros - began,
                null,
                null,
                null,
                ProcessorTime.since(cpuBefore, ProcessorTime.micros(ProcessHandle.current())));
    }
}
