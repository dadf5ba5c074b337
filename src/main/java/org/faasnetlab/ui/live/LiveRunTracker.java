package org.faasnetlab.ui.live;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.faasnetlab.chart.timeline.TrialCurves;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunRow;
import org.jspecify.annotations.Nullable;

/** One run from its first event to its last. Not safe for several threads; {@link LiveModel} guards it. */
final class LiveRunTracker {
    private final List<Trial> trials;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final RemainingTimeEstimator lengths;
    private final Map<FailureReason, FailureGroup> failures = new EnumMap<>(FailureReason.class);
    private RunRow run;
    private RunPhase phase = RunPhase.PREPARING;
    private @Nullable Trial current;
    private int position;
    private LiveTrialState progress = LiveTrialState.empty();
    private @Nullable Instant t0;
    private @Nullable Instant trialEndedAt;

    LiveRunTracker(RunEvent.RunStarted started, Instant now) {
        run = started.run();
        trials = started.trials();
        for (int position = 0; position < trials.size(); position++) {
            positions.put(trials.get(position).index(), position);
        }
        lengths = new RemainingTimeEstimator(trials, pause(run), now);
    }

    void apply(RunEvent event, Instant now) {
        if (event instanceof RunEvent.TrialPreparing preparing) {
            begin(preparing.trial(), now);
        } else if (event instanceof RunEvent.TrialStarted started) {
            t0 = started.t0();
            phase = RunPhase.WAITING;
        } else if (event instanceof RunEvent.FunctionSaid said) {
            progress.said(said.functionIndex(), said.functionRecord());
            if (phase == RunPhase.WAITING && progress.sending()) {
                phase = RunPhase.SENDING;
            }
        } else if (event instanceof RunEvent.FunctionRetried retried) {
            progress.become(retried.functionIndex(), FunctionState.RETRYING);
        } else if (event instanceof RunEvent.FunctionSucceeded succeeded) {
            progress.become(succeeded.functionIndex(), FunctionState.FINISHED);
        } else if (event instanceof RunEvent.FunctionFailed failed) {
            fail(failed);
        } else if (event instanceof RunEvent.TrialEnded) {
            endTrial(now);
            phase = RunPhase.RESTING;
        } else if (event instanceof RunEvent.RunEnded ended) {
            endTrial(now);
            run = ended.run();
            phase = RunPhase.ENDED;
        }
    }

    LiveSnapshot snapshot(Set<Integer> picked, Instant now) {
        TrialCurves curves = progress.curves(picked);
        return new LiveSnapshot(
                progressAt(now),
                progress.numbers(curves),
                progress.lines(),
                curves,
                progress.directions(),
                List.copyOf(failures.values()));
    }

    /** @param trial its index; a run that was resumed does not begin at 0 */
    private void begin(int trial, Instant now) {
        position = Objects.requireNonNull(positions.get(trial), () -> "trial " + trial + " is not in the run");
        Trial next = trials.get(position);
        current = next;
        progress = new LiveTrialState(next.spec());
        t0 = null;
        trialEndedAt = null;
        phase = RunPhase.PREPARING;
        lengths.begin(position, now);
    }

    private void endTrial(Instant now) {
        if (trialEndedAt == null) {
            trialEndedAt = now;
        }
        progress.end();
        lengths.end(now);
    }

    private void fail(RunEvent.FunctionFailed failed) {
        if (failed.reason() == FailureReason.CANCELLED) {
            progress.become(failed.functionIndex(), FunctionState.STOPPED);
            return;
        }
        progress.become(failed.functionIndex(), FunctionState.FAILED);
        FailureGroup first = new FailureGroup(failed.reason(), 1, failed.message());
        failures.merge(failed.reason(), first, (group, same) -> group.oneMore());
    }

    private LiveRunState progressAt(Instant now) {
        boolean ended = phase == RunPhase.ENDED;
        Duration length = current == null ? null : RemainingTimeEstimator.planned(current);
        Duration elapsed = elapsed(now, length);
        return new LiveRunState(
                run,
                phase,
                position,
                trials.size(),
                current == null ? null : current.spec(),
                elapsed,
                length,
                fraction(elapsed),
                ended ? null : lengths.left(now));
    }

    private Duration elapsed(Instant now, @Nullable Duration length) {
        if (t0 == null) {
            return Duration.ZERO;
        }
        Duration elapsed = Duration.between(t0, trialEndedAt == null ? now : trialEndedAt);
        if (elapsed.isNegative()) {
            return Duration.ZERO;
        }
        return length != null && elapsed.compareTo(length) > 0 ? length : elapsed;
    }

    private double fraction(Duration elapsed) {
        return current == null
                ? 0
                : current.spec()
                        .workload()
                        .extent()
                        .done(elapsed, progress.bytes(), current.spec().functions());
    }

    private static Duration pause(RunRow run) {
        String seconds = run.settings().getOrDefault(Setting.PAUSE.key(), "0");
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }
}
