package org.faasnetlab.function.task;

/**
 * Delays a function until T0. A sleep may overrun by a millisecond or more, so the final wait uses short parks, which
 * are accurate to a fraction of a millisecond without spinning on a processor that other functions share.
 */
public final class StartGate {
    private static final long LAST_STRETCH_MICROS = 3_000;

    private final TimeSource time;
    private final StopSignal stop;

    public StartGate(TimeSource time, StopSignal stop) {
        this.time = time;
        this.stop = stop;
    }

    /**
     * Returns at T0, or immediately if T0 has passed.
     *
     * @throws TaskException if the invocation was stopped before
     */
    public void await(TrialClock clock) throws TaskException, InterruptedException {
        long remaining = -clock.offsetMicros();
        while (remaining > 0) {
            stop.check();
            if (remaining > LAST_STRETCH_MICROS) {
                stop.await((remaining - LAST_STRETCH_MICROS) * 1000);
            } else {
                time.park(remaining * 1000);
            }
            remaining = -clock.offsetMicros();
        }
        stop.check();
    }
}
