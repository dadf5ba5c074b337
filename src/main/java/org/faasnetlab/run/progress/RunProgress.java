package org.faasnetlab.run.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.progress.RemainingTimeEstimator.Span;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.TransferExtent;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a run, folded once from its events: the one model behind the live screen, the command line's progress
 * line and the recorder. An event costs a few microseconds at most; memory depends on the number of trials and of functions of
 * one trial, never on the duration of a run.
 *
 * <p>A part of a run's events can be folded separately and merged: the fold of all events is the fold of the first part
 * {@linkplain #merge merged} with the fold of the rest, wherever they are split. Whatever no event of a part states is
 * unknown in it.
 *
 * <p>Thread-safe: one thread reports events, others take snapshots.
 */
public final class RunProgress implements RunListener {
    private final Clock clock;
    private final Follower follower;
    private final Map<FailureReason, FailureGroup> failures = new EnumMap<>(FailureReason.class);
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final Map<Integer, Span> spans = new HashMap<>();
    private List<Trial> trials = List.of();
    private @Nullable RunRow run;
    private @Nullable TrialProgress current;
    private boolean started;
    private @Nullable Instant endedAt;

    /**
     * Receives what this class holds only sums of, in the order of the events and while they are folded: what it makes
     * of them belongs to the snapshot that {@link #read} passes on.
     */
    public interface Follower {
        /** A trial of the cell begins; later intervals belong to it. */
        default void onTrial(Cell cell) {}

        default void onInterval(int functionIndex, Interval interval) {}

        /** An event was folded. */
        default void onEvent(RunEvent event) {}
    }

    public RunProgress(Clock clock) {
        this(clock, new Follower() {});
    }

    public RunProgress(Clock clock, Follower follower) {
        this.clock = clock;
        this.follower = follower;
    }

    /** A progress that passes its events on. */
    public static RunProgress notifying(Clock clock, RunListener listener) {
        return new RunProgress(clock, new Follower() {
            @Override
            public void onEvent(RunEvent event) {
                listener.onEvent(event);
            }
        });
    }

    @Override
    public synchronized void onEvent(RunEvent event) {
        event.accept(new EventFold());
        follower.onEvent(event);
    }

    /** Merges what happened after everything recorded here; the argument is not changed. */
    public void merge(RunProgress later) {
        // Copy first, so that the two locks are never held together.
        RunProgress part = later.copy();
        synchronized (this) {
            if (part.started) {
                begin(part.trials);
            }
            run = part.run == null ? run : part.run;
            endedAt = part.endedAt == null ? endedAt : part.endedAt;
            part.spans.forEach((trial, span) -> spans.merge(trial, span, Span::plus));
            part.failures.forEach((reason, group) -> failures.merge(reason, group, FailureGroup::plus));
            if (part.current != null) {
                trial(part.current.index).merge(part.current);
            }
        }
    }

    private synchronized RunProgress copy() {
        RunProgress copy = new RunProgress(clock);
        if (started) {
            copy.begin(trials);
        }
        copy.run = run;
        copy.endedAt = endedAt;
        copy.spans.putAll(spans);
        copy.failures.putAll(failures);
        if (current != null) {
            copy.trial(current.index).merge(current);
        }
        return copy;
    }

    private void begin(List<Trial> planned) {
        started = true;
        trials = List.copyOf(planned);
        positions.clear();
        for (int position = 0; position < trials.size(); position++) {
            positions.put(trials.get(position).index(), position);
        }
        run = null;
        current = null;
        endedAt = null;
        spans.clear();
        failures.clear();
    }

    /** The current trial, which is the one that events last referred to. */
    private TrialProgress trial(int index) {
        if (current == null || current.index != index) {
            if (started && !positions.containsKey(index)) {
                throw new IllegalStateException("trial " + index + " is not in the run");
            }
            current = new TrialProgress(index);
        }
        return current;
    }

    /** The row that stores a function of the newest trial, which has started. */
    public synchronized FunctionRow functionRow(int functionIndex) {
        if (current == null) {
            throw new IllegalStateException("no trial has begun");
        }
        Integer position = positions.get(current.index);
        Set<String> metrics = position == null
                ? Set.of()
                : Metric.ids(trials.get(position).cell().workload().functionMetrics());
        return current.function(functionIndex)
                .row(current.index, functionIndex, current.host(functionIndex), metrics, current.t0());
    }

    /** The row that stores the newest trial with this status. */
    public synchronized TrialRow trialRow(RunStatus status) {
        TrialProgress newest = current;
        RunRow of = run;
        Integer position = newest == null ? null : positions.get(newest.index);
        if (newest == null || of == null || position == null) {
            throw new IllegalStateException("no trial of the run has begun");
        }
        Trial trial = trials.get(position);
        Instant t0 = newest.t0();
        return new TrialRow(
                of.id(),
                trial.index(),
                trial.repetition(),
                status,
                trial.cell(),
                t0 == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, t0));
    }

    /** The rows of all functions of the newest trial; none if it was never invoked. */
    public synchronized List<FunctionRow> functionRows() {
        if (current == null || !current.isInvoked()) {
            return List.of();
        }
        return IntStream.range(0, current.functions())
                .mapToObj(this::functionRow)
                .toList();
    }

    /** The command lines with which the functions of the newest trial started their programs. */
    public synchronized List<String> commands() {
        return current == null ? List.of() : current.commands();
    }

    /** What the functions of the newest trial reported when they were ready. */
    public synchronized List<FunctionRecord.Ready> ready() {
        return current == null ? List.of() : current.ready();
    }

    /** What was observed beside the functions of the newest trial; null if nothing was. */
    public synchronized @Nullable EvidenceRow evidence() {
        return current == null ? null : current.evidence();
    }

    /** What the testbed knows about the newest trial beforehand. */
    public synchronized TrialConditions conditions() {
        return current == null ? TrialConditions.NONE : current.conditions();
    }

    /** T0 of the newest trial; null before it is chosen. */
    public synchronized @Nullable Instant t0() {
        return current == null ? null : current.t0();
    }

    /**
     * The current value of a metric of intervals: the values last reported by the transferring functions, aggregated as
     * the metric specifies; null if none of them has reported it.
     */
    public synchronized @Nullable Double latest(Metric metric) {
        return current == null ? null : current.latest(metric);
    }

    /** Reads a snapshot together with what the {@link Follower} made of the same events, which no event changes meanwhile. */
    public synchronized <T> T read(Function<ProgressSnapshot, T> reader) {
        return reader.apply(snapshot());
    }

    public synchronized ProgressSnapshot snapshot() {
        RunRow row = run;
        if (row == null) {
            return ProgressSnapshot.NONE;
        }
        Instant now = clock.instant();
        boolean ended = endedAt != null;
        TrialProgress newest = current;
        if (newest == null) {
            return new ProgressSnapshot(
                    row,
                    ended ? RunPhase.FINISHED : RunPhase.PREPARING,
                    0,
                    trials.size(),
                    null,
                    null,
                    Duration.ZERO,
                    null,
                    0,
                    ended ? null : RemainingTimeEstimator.left(trials, spans, -1, null, pause(row), now),
                    new Bandwidth(0),
                    List.of(),
                    List.copyOf(failures.values()));
        }
        int position = positions.getOrDefault(newest.index, 0);
        Trial trial = trials.get(position);
        Instant trialEnd = trialEnd(newest.index);
        TransferExtent extent = trial.cell().workload().extent();
        Duration length = RemainingTimeEstimator.planned(trial);
        List<FunctionSnapshot> functions = newest.snapshot(trial.cell(), trialEnd != null);
        Duration sinceT0 = elapsed(newest.t0(), trialEnd == null ? now : trialEnd, length);
        Duration measured = length == null ? null : RemainingTimeEstimator.measured(functions, length);
        Duration elapsed = measured == null ? sinceT0 : measured;
        long bytes = functions.stream().mapToLong(FunctionSnapshot::bytes).sum();
        double fraction = extent.done(elapsed, bytes, trial.cell().functions());
        Duration rest = RemainingTimeEstimator.rest(functions, length, sinceT0, fraction);
        return new ProgressSnapshot(
                row,
                phase(newest, trialEnd != null),
                position,
                trials.size(),
                trial.cell(),
                newest.t0() == null || now.isBefore(newest.t0()) ? null : Duration.between(newest.t0(), now),
                elapsed,
                length,
                fraction,
                ended ? null : RemainingTimeEstimator.left(trials, spans, position, rest, pause(row), now),
                new Bandwidth(Objects.requireNonNullElse(newest.latest(Metrics.BANDWIDTH), 0.0)),
                functions,
                List.copyOf(failures.values()));
    }

    private @Nullable Instant trialEnd(int index) {
        Instant end = spans.getOrDefault(index, Span.NONE).ended();
        return end == null ? endedAt : end;
    }

    private RunPhase phase(TrialProgress trial, boolean trialOver) {
        if (endedAt != null) {
            return RunPhase.FINISHED;
        }
        if (trialOver) {
            return RunPhase.PAUSED;
        }
        if (!trial.isInvoked()) {
            return RunPhase.PREPARING;
        }
        return trial.hasStarted() ? RunPhase.MEASURING : RunPhase.WAITING;
    }

    private static Duration elapsed(@Nullable Instant t0, Instant until, @Nullable Duration length) {
        Duration elapsed = t0 == null || until.isBefore(t0) ? Duration.ZERO : Duration.between(t0, until);
        return length != null && elapsed.compareTo(length) > 0 ? length : elapsed;
    }

    private static Duration pause(RunRow run) {
        String seconds = run.settings().getOrDefault(Setting.PAUSE.key(), "0");
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private final class EventFold implements RunEvent.Handler<RuntimeException> {
        @Override
        public void on(RunEvent.RunStarted event) {
            begin(event.trials());
            run = event.run();
        }

        @Override
        public void on(RunEvent.TrialPreparing event) {
            trial(event.trial());
            spans.merge(event.trial(), new Span(clock.instant(), null), Span::plus);
            Integer position = positions.get(event.trial());
            if (position != null) {
                follower.onTrial(trials.get(position).cell());
            }
        }

        @Override
        public void on(RunEvent.TrialStarted event) {
            trial(event.trial()).invoking(event.t0(), event.hosts(), event.conditions());
        }

        @Override
        public void on(RunEvent.StartChosen event) {
            trial(event.trial()).startChosen(event.t0());
        }

        @Override
        public void on(RunEvent.FunctionInvoked event) {
            function(event.trial(), event.functionIndex()).invoked(event.at());
        }

        @Override
        public void on(RunEvent.FunctionReported event) {
            function(event.trial(), event.functionIndex())
                    .reported(
                            event.functionRecord(),
                            event.at(),
                            interval -> follower.onInterval(event.functionIndex(), interval));
        }

        @Override
        public void on(RunEvent.FunctionRetried event) {
            function(event.trial(), event.functionIndex()).become(FunctionState.RETRYING);
        }

        @Override
        public void on(RunEvent.FunctionSucceeded event) {
            function(event.trial(), event.functionIndex()).become(FunctionState.FINISHED);
        }

        @Override
        public void on(RunEvent.FunctionFailed event) {
            function(event.trial(), event.functionIndex()).failed(event.reason(), event.message());
            if (event.reason() != FailureReason.CANCELLED) {
                FailureGroup group = new FailureGroup(event.reason(), 1, event.message());
                failures.merge(event.reason(), group, FailureGroup::plus);
            }
        }

        @Override
        public void on(RunEvent.TrialObserved event) {
            trial(event.evidence().trial()).observed(event.evidence());
        }

        @Override
        public void on(RunEvent.TrialEnded event) {
            trial(event.trial());
            spans.merge(event.trial(), new Span(null, clock.instant()), Span::plus);
        }

        @Override
        public void on(RunEvent.RunEnded event) {
            run = event.run();
            endedAt = clock.instant();
        }

        private FunctionProgress function(int trial, int functionIndex) {
            return trial(trial).function(functionIndex);
        }
    }
}
