package org.faasnetlab.testing.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;

/** Fake functions in virtual time: each invocation follows the script. */
public final class FakeInvoker implements LambdaInvoker {
    public final List<Attempt> attempts = new ArrayList<>();
    public boolean closed;
    private final VirtualClock time;
    private Script script = attempt -> attempt.work(Duration.ofMillis(50), true, 1);

    /** What a function does after its invocation. */
    @FunctionalInterface
    public interface Script {
        void invoked(Attempt attempt);
    }

    public FakeInvoker(VirtualClock time) {
        this.time = time;
    }

    public void script(Script value) {
        script = value;
    }

    @Override
    public Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener) {
        Attempt attempt = new Attempt(function, request, listener, time.instant());
        attempts.add(attempt);
        script.invoked(attempt);
        return attempt;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** One invocation. */
    public final class Attempt implements Invocation {
        public final FunctionRequest request;
        public final Instant at;
        private final InvocationListener listener;
        private final int memoryMb;
        private boolean ended;

        Attempt(FunctionRef function, FunctionRequest request, InvocationListener listener, Instant at) {
            this.memoryMb = Integer.parseInt(function.qualifier());
            this.request = request;
            this.listener = listener;
            this.at = at;
        }

        public Instant t0() {
            return Instant.ofEpochMilli(request.startAtEpochMs());
        }

        public boolean ended() {
            return ended;
        }

        /**
         * Becomes ready after a time, transfers from T0 (or from ready, if that is later) for some seconds and
         * finishes.
         */
        public void work(Duration readyAfter, boolean cold, int seconds) {
            ready(readyAfter, cold);
            Instant ready = time.instant().plus(readyAfter);
            transfer(ready.isAfter(t0()) ? ready : t0(), t0(), seconds);
        }

        /** Transfers from an instant for some seconds and finishes. */
        public void transfer(Instant start, Instant t0, int seconds) {
            long late = Duration.between(t0, start).toNanos() / 1000;
            time.at(start, () -> say(new FunctionRecord.Started(late)));
            for (int i = 0; i < seconds * 10; i++) {
                long offset = late + i * 100_000L;
                time.at(
                        start.plusMillis(100L * (i + 1)),
                        () -> say(new FunctionRecord.Measured(new Interval(offset, 100_000, 1000, null))));
            }
            time.at(start.plusSeconds(seconds), () -> {
                long bytes = seconds * 10_000L;
                say(new FunctionRecord.Finished(bytes, bytes, late, seconds * 1_000_000L, null, null, null, null));
                end(new InvocationEnd.Complete());
            });
        }

        /** Runs an action at a time, for custom scripts. */
        public void at(Instant when, Runnable action) {
            time.at(when, action);
        }

        /** Becomes ready after a time. */
        public void ready(Duration after, boolean cold) {
            time.after(
                    after,
                    () -> say(new FunctionRecord.Ready(
                            "sandbox-" + request.functionIndex(),
                            "log",
                            cold,
                            memoryMb,
                            "amd64",
                            "Java 17",
                            0,
                            "3.12")));
        }

        public void say(FunctionRecord functionRecord) {
            if (!ended) {
                listener.onRecord(functionRecord);
            }
        }

        public void end(InvocationEnd end) {
            if (!ended) {
                ended = true;
                listener.onEnd(end);
            }
        }

        public void endAfter(Duration delay, InvocationEnd end) {
            time.after(delay, () -> end(end));
        }

        @Override
        public void cancel() {
            end(new InvocationEnd.Cancelled());
        }
    }
}
