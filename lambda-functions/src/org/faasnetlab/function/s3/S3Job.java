package org.faasnetlab.function.s3;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.faasnetlab.function.http.HttpConnection;
import org.faasnetlab.function.http.HttpEndpoint;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.ProcessorTime;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;

/**
 * Transfers one object from or to S3. Connections are opened at T0, not before; the transfer lasts from the first
 * request to the last byte of the object (download) or to the last part's acknowledgement (upload).
 */
public final class S3Job implements Job {
    private static final int RANDOM_BLOCK_BYTES = 1024 * 1024;

    public static final JobType<S3GetTask> DOWNLOADS = new JobType<>() {
        @Override
        public TaskType<S3GetTask> taskType() {
            return S3GetTask.TYPE;
        }

        @Override
        public Job prepare(S3GetTask task) throws TaskException {
            return of(task);
        }
    };

    public static final JobType<S3PutTask> UPLOADS = new JobType<>() {
        @Override
        public TaskType<S3PutTask> taskType() {
            return S3PutTask.TYPE;
        }

        @Override
        public Job prepare(S3PutTask task) throws TaskException {
            return of(task);
        }
    };

    private final PartQueue parts;
    private final PartExchange exchange;
    private final int connections;
    private final int intervalMs;
    private final boolean tls;

    private S3Job(PartQueue parts, PartExchange exchange, int connections, int intervalMs, boolean tls) {
        this.parts = parts;
        this.exchange = exchange;
        this.connections = (int) Math.min(connections, parts.count());
        this.intervalMs = intervalMs;
        this.tls = tls;
    }

    /**
     * A download of an object in parts.
     *
     * @throws TaskException if the URL is invalid
     */
    public static Job of(S3GetTask get) throws TaskException {
        boolean tls = anyTls(List.of(get.url()));
        PartQueue parts = new PartQueue(get.bytes(), get.partBytes());
        return new S3Job(parts, new GetExchange(get.url(), get.bytes()), get.connections(), get.intervalMs(), tls);
    }

    /**
     * An upload of random bytes in parts.
     *
     * @throws TaskException if one of the URLs is invalid
     */
    public static Job of(S3PutTask put) throws TaskException {
        boolean tls = anyTls(put.partUrls());
        PartQueue parts = new PartQueue(put.bytes(), put.partBytes());
        byte[] randomBlock = new byte[RANDOM_BLOCK_BYTES];
        ThreadLocalRandom.current().nextBytes(randomBlock);
        PartExchange exchange = new PutExchange(put.partUrls(), put.connections(), randomBlock);
        return new S3Job(parts, exchange, put.connections(), put.intervalMs(), tls);
    }

    private static boolean anyTls(List<URI> urls) throws TaskException {
        try {
            return urls.stream().map(HttpEndpoint::of).anyMatch(HttpEndpoint::tls);
        } catch (IllegalArgumentException e) {
            throw new TaskException(
                    FailureReason.BAD_REQUEST, "Invalid URL in the task: " + e.getMessage() + ".", false);
        }
    }

    @Override
    public void warmUp() {
        if (tls) {
            HttpConnection.warmUpTls();
        }
    }

    @Override
    public FunctionRecord.Finished run(TaskContext context) throws TaskException, InterruptedException {
        ProcessHandle self = ProcessHandle.current();
        Long cpuBefore = ProcessorTime.micros(self);
        TransferProgress done = new Transfer(parts, exchange, connections, intervalMs, context).run();
        return new FunctionRecord.Finished(
                done.movedBytes(),
                done.acknowledgedBytes(),
                done.beginMicros(),
                Math.max(1, done.endMicros() - done.beginMicros()),
                null,
                null,
                done.firstByteAfterMicros(),
                ProcessorTime.since(cpuBefore, ProcessorTime.micros(self)));
    }
}
