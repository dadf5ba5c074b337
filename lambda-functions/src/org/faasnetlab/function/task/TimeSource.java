package org.faasnetlab.function.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/** Wall clock, monotonic clock, and waiting; replaceable in tests. */
public interface TimeSource {

    /** The wall clock, microseconds since 1970. */
    long epochMicros();

    /** A monotonic clock, in nanoseconds from an arbitrary origin. */
    long nanoTime();

    /** Waits about this long; may return early. */
    void park(long nanos);

    static TimeSource system() {
        return new SystemTime();
    }

    /** The system's clocks. */
    final class SystemTime implements TimeSource {
        private SystemTime() {}

        @Override
        public long epochMicros() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(this, nanos);
        }
    }
}
