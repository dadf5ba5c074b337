package org.faasnetlab.testbed.local.lambda;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the exchanges of an HTTP server, and limits how many requests are received concurrently and for how long. Without
 * this, each client that sends half a request occupies a thread until it disconnects. A request that was received, see
 * {@link #received()}, may take as long as it needs. Thread-safe.
 */
final class RequestReception implements Executor {
    /** Clients on this computer send the whole head of a request immediately. */
    static final Duration LIMIT = Duration.ofSeconds(5);
    /** Threads that may wait for the rest of a request; hundreds of functions may ask for events concurrently. */
    static final int MAX_CONCURRENT = 256;

    private final Executor threads;
    private final ScheduledExecutorService timer;
    private final int maxConcurrent;
    private final Duration limit;

    @SuppressWarnings("ThreadLocalUsage") // Each service has threads of its own.
    private final ThreadLocal<Reception> current = new ThreadLocal<>();

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int receiving;

    /**
     * @param threads has a thread for each exchange
     * @param limit maximum time until a request is received
     */
    RequestReception(Executor threads, ScheduledExecutorService timer, int maxConcurrent, Duration limit) {
        this.threads = threads;
        this.timer = timer;
        this.maxConcurrent = maxConcurrent;
        this.limit = limit;
    }

    /** Runs an exchange now, or as soon as fewer requests are being received. */
    @Override
    public void execute(Runnable exchange) {
        synchronized (this) {
            if (receiving >= maxConcurrent) {
                waiting.add(exchange);
                return;
            }
            receiving++;
        }
        start(exchange);
    }

    /** Called on the thread of an exchange: the request was received as far as it is limited. */
    void received() {
        Reception reception = current.get();
        if (reception != null) {
            reception.end();
        }
    }

    /** Called on the thread of an exchange: the rest of the request may take as long again. */
    void extend() {
        Reception reception = current.get();
        if (reception != null) {
            reception.restart();
        }
    }

    private void start(Runnable exchange) {
        threads.execute(() -> {
            Reception reception = new Reception(Thread.currentThread());
            current.set(reception);
            reception.restart();
            try {
                exchange.run();
            } finally {
                current.remove();
                reception.end();
            }
        });
    }

    private void startNext() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                receiving--;
                return;
            }
        }
        start(next);
    }

    /** Interrupts the thread at the limit, which closes the connection that it reads from. */
    private final class Reception {
        private final Thread thread;
        private boolean ended;
        private @Nullable Future<?> alarm;

        Reception(Thread thread) {
            this.thread = thread;
        }

        synchronized void restart() {
            if (!ended) {
                cancelAlarm();
                alarm = timer.schedule(this::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private synchronized void interrupt() {
            if (!ended) {
                thread.interrupt();
            }
        }

        void end() {
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
                cancelAlarm();
                // An interrupt that came too late must not hit the rest of this exchange or the next one.
                Thread.interrupted();
            }
            startNext();
        }

        private void cancelAlarm() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }
}
