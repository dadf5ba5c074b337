package org.faasnetlab.function.iperf3;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.faasnetlab.function.task.TaskException;
import org.jspecify.annotations.Nullable;

/**
 * The time within which a test must begin, for programs that wait much longer.
 *
 * @param within after its start; null for no limit
 * @param failure what it means if it does not begin
 */
record BeginLimit(@Nullable Duration within, Supplier<TaskException> failure) {
    /** iperf3 itself limits the time of a TCP connection. */
    static final BeginLimit NONE = new BeginLimit(null, () -> {
        throw new IllegalStateException("no limit");
    });

    /** Watches one test from now on. */
    Watch watch(Process process) {
        return new Watch(process);
    }

    /** Ends the program if its test does not begin in time. */
    final class Watch {
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile boolean expired;

        private Watch(Process process) {
            if (within != null) {
                Thread thread = new Thread(() -> await(within, process), "begin-limit");
                thread.setDaemon(true);
                thread.start();
            }
        }

        private void await(Duration limit, Process process) {
            try {
                if (!begun.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                    expired = true;
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                // Nobody interrupts this thread; whoever did wants it to end.
                Thread.currentThread().interrupt();
            }
        }

        /** The test has begun, or its program has ended. */
        void over() {
            begun.countDown();
        }

        /**
         * What a failure before the begin means.
         *
         * @param trouble the error message of iperf3; empty if there is none
         * @throws TaskException if it did not begin because its streams carry nothing
         */
        void check(String trouble) throws TaskException {
            // The connection for control works, and the network rejects what the streams send.
            boolean rejected = within != null && trouble.contains("stream socket");
            if (expired || rejected) {
                throw failure.get();
            }
        }
    }
}
