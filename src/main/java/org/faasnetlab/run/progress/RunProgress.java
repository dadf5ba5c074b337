package org.faasnetlab.run.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.jspecify.annotations.Nullable;

/** Follows a run from its events, so that another thread can show how far it is. */
public final class RunProgress implements RunListener {
    private final Clock clock;
    private List<Trial> trials = List.of();
    private int number;
    private @Nullable TrialProgress current;

    public RunProgress(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void onEvent(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            trials = started.trials();
        } else if (event instanceof RunEvent.TrialPreparing preparing) {
            number = 1
                    + IntStream.range(0, trials.size())
                            .filter(position -> trials.get(position).index() == preparing.trial())
                            .findFirst()
                            .orElseThrow();
            current = new TrialProgress(trials.get(number - 1));
        } else if (current != null) {
            inTrial(current, event);
        }
    }

    private static void inTrial(TrialProgress trial, RunEvent event) {
        if (event instanceof RunEvent.TrialStarted started) {
            trial.started(started.t0());
        } else if (event instanceof RunEvent.FunctionSaid said) {
            trial.said(said.functionIndex(), said.functionRecord());
        } else if (event instanceof RunEvent.FunctionSucceeded succeeded) {
            trial.succeeded(succeeded.functionIndex());
        } else if (event instanceof RunEvent.FunctionFailed failure) {
            trial.failed(failure.functionIndex());
        }
    }

    public synchronized ProgressSnapshot snapshot() {
        TrialProgress trial = current;
        if (trial == null) {
            return new ProgressSnapshot(0, trials.size(), null, 0, 0, 0, 0, 0, new Bandwidth(0));
        }
        Instant now = clock.instant();
        return new ProgressSnapshot(
                number,
                trials.size(),
                trial.sinceT0(now),
                (number - 1 + trial.done(now)) / trials.size(),
                trial.functions(),
                trial.sending(),
                trial.finished(),
                trial.failed(),
                trial.aggregate());
    }
}
