package org.faasnetlab.function.iperf3;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * The time within which a test must start, for programs that wait much longer.
 *
 * @param within after the start of the program; null for no limit
 * @param failure what it means if it does not start
 */
record StartLimit(@Nullable Duration within, Supplier<TaskException> failure) {
    /** iperf3 itself limits the time of a TCP connection. */
    static final StartLimit NONE =
            new StartLimit(null, () -> new TaskException(FailureReason.INTERNAL, "The test did not start.", false));

    /** Watches one test from now on. */
    Watch watch(Process process) {
        return new Watch(process);
    }

    /** Ends the program if its test does not start in time. */
    final class Watch {
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile boolean expired;

        private Watch(Process process) {
            if (within != null) {
                Thread thread = new Thread(() -> await(within, process), "start-limit");
                thread.setDaemon(true);
                thread.start();
            }
        }

        private void await(Duration limit, Process process) {
            try {
                if (!started.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                    expired = true;
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                // Nobody interrupts this thread; whoever did wants it to end.
                Thread.currentThread().interrupt();
            }
        }

        /** Stops watching, because the test has started or its program has ended. */
        void cancel() {
            started.countDown();
        }

        /**
         * What a failure before the start means.
         *
         * @param trouble the error message of iperf3; empty if there is none
         * @throws TaskException if it did not start because its streams carry nothing
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
