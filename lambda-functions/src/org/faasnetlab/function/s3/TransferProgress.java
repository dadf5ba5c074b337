package org.faasnetlab.function.s3;

import java.util.concurrent.atomic.AtomicLong;
import org.faasnetlab.function.s3.PartQueue.Part;
import org.faasnetlab.function.task.RecordSink;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** Progress of all connections of one transfer. Thread-safe; times are microseconds after T0. */
final class TransferProgress {
    private static final long NOT_YET = Long.MAX_VALUE;

    private final TrialClock clock;
    private final RecordSink records;
    private final AtomicLong moved = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong begin = new AtomicLong(NOT_YET);
    private final AtomicLong firstByte = new AtomicLong(NOT_YET);
    private final AtomicLong end = new AtomicLong(Long.MIN_VALUE);

    TransferProgress(TrialClock clock, RecordSink records) {
        this.clock = clock;
        this.records = records;
    }

    /** A request is about to be sent; the first one starts the transfer and is reported. */
    void requestBegins() {
        long now = clock.offsetMicros();
        if (begin.compareAndSet(NOT_YET, now)) {
            records.emit(new FunctionRecord.Started(now));
        }
    }

    /** Bytes of the object have been read from or written to a connection. */
    void moved(long bytes) {
        moved.addAndGet(bytes);
    }

    /** The first byte of a response body was received; the earliest over all connections counts. */
    void firstByte() {
        if (firstByte.get() == NOT_YET) {
            firstByte.compareAndSet(NOT_YET, clock.offsetMicros());
        }
    }

    /** A part is complete at the receiver. */
    void partDone(Part part) {
        acknowledged.addAndGet(part.length());
        end.accumulateAndGet(clock.offsetMicros(), Math::max);
    }

    long movedBytes() {
        return moved.get();
    }

    long acknowledgedBytes() {
        return acknowledged.get();
    }

    boolean begun() {
        return begin.get() != NOT_YET;
    }

    long beginMicros() {
        return begin.get();
    }

    /** When the last part so far was complete. */
    long endMicros() {
        return end.get();
    }

    /** From the start of the transfer to the first byte of any response body, or null if none has been read. */
    @Nullable
    Long firstByteAfterMicros() {
        return firstByte.get() == NOT_YET ? null : Long.valueOf(firstByte.get() - begin.get());
    }
}
