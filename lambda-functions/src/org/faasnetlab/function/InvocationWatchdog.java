package org.faasnetlab.function;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TrialClock;

/** Monitors one invocation while its task runs: sends heartbeats and stops it at its deadline. */
final class InvocationWatchdog implements AutoCloseable {
    private final RecordWriter records;
    private final StopSignal stop;
    private final TrialClock clock;
    private final long deadlineMicros;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param deadlineMicros when the invocation is stopped, microseconds after T0 */
    InvocationWatchdog(RecordWriter records, StopSignal stop, TrialClock clock, long deadlineMicros) {
        this.records = records;
        this.stop = stop;
        this.clock = clock;
        this.deadlineMicros = deadlineMicros;
    }

    void start() {
        Thread thread = new Thread(this::run, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            long wait = step();
            while (!ended.await(wait, TimeUnit.NANOSECONDS)) {
                wait = step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Sends a heartbeat or stops the invocation if either is due.
     *
     * @return nanoseconds until the next call is needed
     */
    long step() {
        // Check the deadline first: sending a heartbeat may block if the caller does not read.
        long untilDeadline = (deadlineMicros - clock.offsetMicros()) * 1000;
        if (untilDeadline <= 0) {
            stop.raise(StopSignal.Cause.DEADLINE);
        }
        long untilHeartbeat = records.heartbeatIfQuiet();
        return untilDeadline > 0 ? Math.min(untilHeartbeat, untilDeadline) : untilHeartbeat;
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
