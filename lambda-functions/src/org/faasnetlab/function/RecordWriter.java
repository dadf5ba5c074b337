package org.faasnetlab.function;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.faasnetlab.function.task.FunctionLog;
import org.faasnetlab.function.task.RecordSink;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TimeSource;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.RecordJson;

/** Writes records as lines and sends each one immediately. If sending fails, the invocation is stopped. */
final class RecordWriter implements RecordSink {
    static final long HEARTBEAT_NANOS = 5_000_000_000L;

    private final Lines lines;
    private final StopSignal stop;
    private final TimeSource time;
    private long lastNanos;
    private boolean ended;

    /** The destination of the lines. */
    @FunctionalInterface
    interface Lines {
        void write(byte[] line) throws IOException;
    }

    RecordWriter(Lines lines, StopSignal stop, TimeSource time) {
        this.lines = lines;
        this.stop = stop;
        this.time = time;
        this.lastNanos = time.nanoTime();
    }

    @Override
    public synchronized void emit(FunctionRecord functionRecord) {
        if (ended) {
            return;
        }
        ended = functionRecord.isLast();
        try {
            lines.write((RecordJson.write(functionRecord) + "\n").getBytes(StandardCharsets.UTF_8));
            lastNanos = time.nanoTime();
        } catch (IOException e) {
            ended = true;
            FunctionLog.line("cannot send records: " + e.getMessage());
            stop.raise(StopSignal.Cause.LISTENER_GONE);
        }
    }

    /**
     * Sends a heartbeat if nothing has been sent for {@value #HEARTBEAT_NANOS} ns.
     *
     * @return nanoseconds until the next one may be due
     */
    synchronized long heartbeatIfQuiet() {
        if (time.nanoTime() - lastNanos >= HEARTBEAT_NANOS) {
            emit(new FunctionRecord.Heartbeat());
            lastNanos = time.nanoTime();
        }
        return HEARTBEAT_NANOS - (time.nanoTime() - lastNanos);
    }
}
