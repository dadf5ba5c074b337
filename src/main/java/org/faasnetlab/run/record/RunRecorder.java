package org.faasnetlab.run.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.jspecify.annotations.Nullable;

/**
 * Turns the events of one run into rows of the store. Rows of runs and trials go there at once; functions and intervals
 * are gathered for {@link #HOLD} at most, so that 1,000 functions make a few batches a second and not 10,000 calls.
 * Used by the run's thread only.
 */
public final class RunRecorder {
    static final Duration HOLD = Duration.ofMillis(200);

    private final RunStore store;
    private final Clock clock;
    private final String runId;
    private Map<Integer, Trial> trials = Map.of();
    private List<FunctionRowAccumulator> functions = List.of();
    private Instant t0 = Instant.EPOCH;
    private final Set<FunctionRowAccumulator> changed = new LinkedHashSet<>();
    private final List<StoredInterval> intervals = new ArrayList<>();
    private @Nullable Instant due;

    public RunRecorder(RunStore store, Clock clock, String runId) {
        this.store = store;
        this.clock = clock;
        this.runId = runId;
    }

    public void onEvent(RunEvent event) throws StoreException {
        if (event instanceof RunEvent.RunStarted started) {
            trials = started.trials().stream().collect(Collectors.toMap(Trial::index, Function.identity()));
            store.save(started.run());
        } else if (event instanceof RunEvent.TrialPreparing preparing) {
            store.save(TrialRowFactory.of(runId, trial(preparing.trial()), RunStatus.RUNNING, null));
        } else if (event instanceof RunEvent.TrialStarted started) {
            begin(started);
        } else if (event instanceof RunEvent.FunctionInvoked invoked) {
            change(invoked.functionIndex()).invoked(invoked.at());
        } else if (event instanceof RunEvent.FunctionSaid said) {
            hear(said);
        } else if (event instanceof RunEvent.FunctionFailed failed) {
            change(failed.functionIndex()).failed(failed.reason(), failed.message());
        } else if (event instanceof RunEvent.TrialObserved observed) {
            store.save(runId, observed.evidence());
        } else if (event instanceof RunEvent.TrialEnded ended) {
            end(ended);
        }
        writeIfDue();
    }

    private void begin(RunEvent.TrialStarted started) throws StoreException {
        t0 = started.t0();
        functions = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < started.hosts().size(); functionIndex++) {
            functions.add(new FunctionRowAccumulator(
                    started.trial(), functionIndex, started.hosts().get(functionIndex)));
            change(functionIndex);
        }
        store.save(TrialRowFactory.of(runId, trial(started.trial()), RunStatus.RUNNING, t0));
    }

    private Trial trial(int index) {
        return Objects.requireNonNull(trials.get(index), "event of an unknown trial");
    }

    private void hear(RunEvent.FunctionSaid said) {
        if (said.functionRecord() instanceof FunctionRecord.Measured measured) {
            intervals.add(new StoredInterval(said.trial(), said.functionIndex(), measured.interval()));
            holdFromNow();
        } else if (!(said.functionRecord() instanceof FunctionRecord.Heartbeat)) {
            change(said.functionIndex()).heard(said.functionRecord(), said.at());
        }
    }

    private void end(RunEvent.TrialEnded ended) throws StoreException {
        write();
        // A trial that could not be prepared has no T0.
        Instant start = functions.isEmpty() ? null : t0;
        store.save(TrialRowFactory.of(runId, trial(ended.trial()), ended.status(), start));
        functions = List.of();
    }

    private FunctionRowAccumulator change(int functionIndex) {
        FunctionRowAccumulator facts = functions.get(functionIndex);
        changed.add(facts);
        holdFromNow();
        return facts;
    }

    private void holdFromNow() {
        if (due == null) {
            due = clock.instant().plus(HOLD);
        }
    }

    /** When what is gathered must be written, or null if there is nothing. */
    @Nullable
    public Instant due() {
        return due;
    }

    public void writeIfDue() throws StoreException {
        if (due != null && !clock.instant().isBefore(due)) {
            write();
        }
    }

    private void write() throws StoreException {
        for (FunctionRowAccumulator facts : changed) {
            store.save(runId, facts.row());
        }
        changed.clear();
        if (!intervals.isEmpty()) {
            store.append(runId, List.copyOf(intervals));
            intervals.clear();
        }
        due = null;
    }

    /** Stores the run's last row and waits until all is on disk. */
    public void finish(RunRow last) throws StoreException {
        store.save(last);
        store.flush();
    }
}
