package org.faasnetlab.run.progress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** The state of one function of a trial, folded from its events. Not thread-safe: {@link RunProgress} guards it. */
final class FunctionProgress {
    private static final long MAX_READY_MICROS = TimeUnit.DAYS.toMicros(1);

    private final RecentRate recent = new RecentRate();
    /** Null before the first event of the function. */
    private @Nullable FunctionState state;

    private @Nullable Instant invokedAt;
    private @Nullable Instant readyAt;
    private FunctionRecord.@Nullable Ready ready;
    private @Nullable Long startedMicros;
    private @Nullable Long firstIntervalMicros;
    private FunctionRecord.@Nullable Finished finished;
    private @Nullable FailureReason failure;
    private @Nullable String failureMessage;
    private @Nullable Interval latest;
    private long intervalBytes;
    private final ClockOffset clock = new ClockOffset();
    private @Nullable String command;

    void invoked(Instant at) {
        invokedAt = at;
    }

    /** @param intervals receives the interval if the record is one */
    void reported(FunctionRecord functionRecord, Instant at, Consumer<Interval> intervals) {
        functionRecord.accept(new RecordFold(at, intervals));
    }

    void failed(FailureReason reason, String message) {
        failure = reason;
        failureMessage = message;
        become(reason == FailureReason.CANCELLED ? FunctionState.STOPPED : FunctionState.FAILED);
    }

    /** A terminal state does not change: late events have no effect on it. */
    void become(FunctionState next) {
        if (!isTerminal()) {
            state = next;
        }
    }

    /** Merges what happened after everything recorded here. */
    void merge(FunctionProgress later) {
        recent.merge(later.recent);
        latest = later.latest == null ? latest : later.latest;
        if (!isTerminal()) {
            finished = later.finished == null ? finished : later.finished;
            state = later.state == null ? state : later.state;
        }
        invokedAt = later.invokedAt == null ? invokedAt : later.invokedAt;
        readyAt = later.readyAt == null ? readyAt : later.readyAt;
        ready = later.ready == null ? ready : later.ready;
        startedMicros = later.startedMicros == null ? startedMicros : later.startedMicros;
        firstIntervalMicros = firstIntervalMicros == null ? later.firstIntervalMicros : firstIntervalMicros;
        failure = later.failure == null ? failure : later.failure;
        failureMessage = later.failureMessage == null ? failureMessage : later.failureMessage;
        intervalBytes += later.intervalBytes;
        clock.merge(later.clock);
        command = later.command == null ? command : later.command;
    }

    /** The command line of its program, as it was started; null if it has none or has not started. */
    @Nullable
    String command() {
        return command;
    }

    /** What it reported when it was ready; null before. */
    FunctionRecord.@Nullable Ready ready() {
        return ready;
    }

    boolean hasStarted() {
        return startedMicros != null || firstIntervalMicros != null;
    }

    /** A metric of its newest interval while it transfers; null if it has none. */
    @Nullable
    Double latest(Metric metric) {
        return state == FunctionState.TRANSFERRING && latest != null ? latest.value(metric.id()) : null;
    }

    /** @param trialOver whether its trial has finished: a function without events was then never invoked */
    FunctionSnapshot snapshot(int functionIndex, Direction direction, boolean trialOver) {
        FunctionRecord.Finished totals = finished;
        return new FunctionSnapshot(
                functionIndex,
                direction,
                state != null ? state : trialOver ? FunctionState.NOT_STARTED : FunctionState.INVOKING,
                ready == null ? null : ready.cold(),
                state == FunctionState.TRANSFERRING ? recent.bandwidth() : mean(),
                totals == null ? intervalBytes : totals.receiverBytes(),
                startedMicros == null ? firstIntervalMicros : startedMicros,
                totals == null ? null : (Long) (totals.offsetMicros() + totals.durationMicros()),
                measuredMicros(),
                totals == null ? null : (Long) totals.receiverBytes());
    }

    private long measuredMicros() {
        if (finished != null) {
            return finished.durationMicros();
        }
        return latest == null || firstIntervalMicros == null
                ? 0
                : Math.max(0, latest.endMicros() - firstIntervalMicros);
    }

    private @Nullable Bandwidth mean() {
        return state == FunctionState.FINISHED && finished != null && finished.durationMicros() > 0
                ? new Bandwidth(finished.receiverBytes() * 8e6 / finished.durationMicros())
                : null;
    }

    /**
     * The row that stores the function.
     *
     * @param metrics names of the workload's additional metrics; anything else that the function reports is not stored
     * @param t0 of the trial; null before it is chosen
     */
    FunctionRow row(int trial, int functionIndex, int host, Collection<String> metrics, @Nullable Instant t0) {
        FunctionRecord.@Nullable Finished totals = finished;
        return new FunctionRow(
                trial,
                functionIndex,
                host,
                ready == null ? null : ready.sandboxId(),
                ready == null ? null : ready.cold(),
                readyMicros(),
                totals == null ? startedMicros : (Long) totals.offsetMicros(),
                totals == null ? null : totals.durationMicros(),
                totals == null ? null : totals.senderBytes(),
                totals == null ? null : totals.receiverBytes(),
                totals == null ? MetricValues.NONE : metrics(totals, metrics, t0),
                failure,
                failureMessage);
    }

    /** Null also if the clock of this computer was set in the meantime, because no function becomes ready in the past. */
    private @Nullable Long readyMicros() {
        if (invokedAt == null || readyAt == null) {
            return null;
        }
        long micros = ChronoUnit.MICROS.between(invokedAt, readyAt);
        return micros < 0 || micros > MAX_READY_MICROS ? null : (Long) micros;
    }

    private MetricValues metrics(FunctionRecord.Finished totals, Collection<String> names, @Nullable Instant t0) {
        Map<String, Number> values = new HashMap<>();
        MetricValues further = totals.metrics().only(names);
        for (int i = 0; i < further.names().size(); i++) {
            values.put(further.names().get(i), further.value(i));
        }
        put(values, Metrics.RETRANSMITS, totals.retransmits());
        put(values, Metrics.MSS, totals.mss());
        put(values, Metrics.FIRST_BYTE, totals.firstByteMicros());
        put(values, Metrics.CPU, totals.cpuMicros());
        if (t0 != null && names.contains(Metrics.CLOCK_OFFSET.id())) {
            Long receivedMicros = ready == null ? null : ready.receivedEpochMicros();
            clock.estimate(t0, invokedAt, receivedMicros).ifPresent(offset -> {
                values.put(Metrics.CLOCK_OFFSET.id(), offset.micros());
                values.put(Metrics.CLOCK_OFFSET_BOUND.id(), offset.boundMicros());
            });
        }
        return MetricValues.of(values);
    }

    private static void put(Map<String, Number> values, Metric metric, @Nullable Number value) {
        if (value != null) {
            values.put(metric.id(), value);
        }
    }

    private boolean isTerminal() {
        return state != null && state.isTerminal();
    }

    private final class RecordFold implements FunctionRecord.Handler<RuntimeException> {
        private final Instant at;
        private final Consumer<Interval> intervals;

        RecordFold(Instant at, Consumer<Interval> intervals) {
            this.at = at;
            this.intervals = intervals;
        }

        @Override
        public void on(FunctionRecord.Ready functionRecord) {
            ready = functionRecord;
            readyAt = at;
            become(FunctionState.READY);
        }

        @Override
        public void on(FunctionRecord.Started functionRecord) {
            startedMicros = functionRecord.offsetMicros();
            command = functionRecord.command();
            clock.sent(functionRecord.offsetMicros(), at);
            become(FunctionState.TRANSFERRING);
        }

        @Override
        public void on(FunctionRecord.Measured functionRecord) {
            if (firstIntervalMicros == null) {
                firstIntervalMicros = functionRecord.interval().offsetMicros();
            }
            recent.add(functionRecord.interval());
            latest = functionRecord.interval();
            intervalBytes += functionRecord.interval().bytes();
            become(FunctionState.TRANSFERRING);
            intervals.accept(functionRecord.interval());
        }

        @Override
        public void on(FunctionRecord.Heartbeat functionRecord) {
            // A heartbeat: the function is alive.
        }

        @Override
        public void on(FunctionRecord.Finished functionRecord) {
            if (!isTerminal()) {
                finished = functionRecord;
                become(FunctionState.FINISHED);
            }
        }

        @Override
        public void on(FunctionRecord.Failed functionRecord) {
            // The run decides whether the function failed, and sends a separate event.
        }
    }
}
