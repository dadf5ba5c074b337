package org.faasnetlab.run.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.StartTime;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.StartSignal;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.jspecify.annotations.Nullable;

/**
 * When the functions of a trial start. Where the testbed can tell them, T0 is chosen once all are ready, however long
 * that takes; elsewhere it is in their event, and is chosen before they are invoked by an estimate of their start.
 */
final class TrialStart implements AutoCloseable {
    /** Without a further function that becomes ready for this long, the trial starts with those that are. */
    static final Duration MAX_SILENCE = Duration.ofSeconds(60);

    /** All functions of a trial have to be ready after this time. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(10);

    /** From the signal to T0: the functions, which are idle, have to receive it. */
    private static final Duration NOTICE = Duration.ofMillis(250);

    private static final Duration NOTICE_PER_FUNCTION = Duration.ofMillis(3);

    private final RunContext run;
    private final Trial trial;
    private final Instant begun;
    private final @Nullable StartSignal signal;
    private @Nullable TrialTimes times;
    private Instant readyLimit;

    TrialStart(RunContext run, Trial trial) {
        this.run = run;
        this.trial = trial;
        this.begun = run.clock().instant();
        this.readyLimit = begun.plus(MAX_SILENCE);
        this.signal = run.testbed().startSignal(run.runId(), trial.index()).orElse(null);
        if (signal == null) {
            Duration lead = run.leads()
                    .lead(run.testbed(), trial.cell().memoryMb(), trial.cell().functions());
            times = timesOf(begun.plus(lead).plus(idle()));
        }
    }

    /** Before T0, probes measure the network without load. */
    private Duration idle() {
        return trial.cell().workload().probeMs() == null ? Duration.ZERO : ProbeSetting.IDLE;
    }

    private TrialTimes timesOf(Instant t0) {
        return TrialTimes.of(t0.truncatedTo(ChronoUnit.MILLIS), trial.cell().workload());
    }

    /** The event of a function. */
    FunctionRequest request(int functionIndex, PreparedTrial prepared) {
        TrialTimes chosen = times;
        boolean awaits = chosen == null;
        Instant earliest = chosen == null ? begun : chosen.t0();
        Instant latest = chosen == null ? begun.plus(MAX_WAIT) : chosen.deadline();
        return new FunctionRequest(
                run.runId(),
                trial.index(),
                functionIndex,
                earliest.toEpochMilli(),
                latest.toEpochMilli(),
                awaits,
                prepared.task(functionIndex),
                prepared.probe(functionIndex).orElse(null));
    }

    /** T0; null until it is chosen. */
    @Nullable
    Instant t0() {
        return times == null ? null : times.t0();
    }

    boolean isChosen() {
        return times != null;
    }

    /** When functions that have not concluded are cut off; before T0 is chosen, those that are not ready. */
    Instant cutOff() {
        return times == null ? readyLimit : times.cutOff();
    }

    /** After this, a refused function is not invoked again. */
    Instant lastRetry() {
        return times == null ? readyLimit : times.lastRetry();
    }

    /** A function has become ready: the others are given more time. */
    void onReady(Instant at) {
        Instant longer = at.plus(MAX_SILENCE);
        Instant latest = begun.plus(MAX_WAIT);
        readyLimit = longer.isBefore(latest) ? longer : latest;
    }

    /** Chooses T0 and tells it to the functions, which are ready. */
    Instant choose(Set<Integer> functions) {
        if (signal == null) {
            throw new IllegalStateException("T0 is in the event");
        }
        TrialTimes chosen = timesOf(run.clock()
                .instant()
                .plus(NOTICE)
                .plus(NOTICE_PER_FUNCTION.multipliedBy(functions.size()))
                .plus(idle()));
        times = chosen;
        signal.send(new StartTime(chosen.t0().toEpochMilli(), chosen.deadline().toEpochMilli()), functions);
        return chosen.t0();
    }

    @Override
    public void close() {
        if (signal != null) {
            signal.close();
        }
    }
}
