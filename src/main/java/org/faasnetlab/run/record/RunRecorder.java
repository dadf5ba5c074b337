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
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunWriter;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Converts the events of one run to rows of the store. Rows of runs and trials are written immediately; functions and
 * intervals are buffered for {@link #MAX_DELAY} at most, so that 1,000 functions cause a few batches a second and not
 * 10,000 calls. Used only by the run's thread.
 */
public final class RunRecorder {
    static final Duration MAX_DELAY = Duration.ofMillis(200);

    private final RunWriter store;
    private final Clock clock;
    private final String runId;
    private final RunProgress progress;
    private Map<Integer, Trial> trials = Map.of();
    /** Functions of the newest trial with unwritten rows. */
    private final Set<Integer> changed = new LinkedHashSet<>();

    /** Metrics of the trial's workload; anything else that a function reports is not stored. */
    private Set<String> intervalMetrics = Set.of();

    private final List<StoredInterval> intervals = new ArrayList<>();
    private @Nullable Instant due;

    /** @param progress of the run; has folded each event that this class receives */
    public RunRecorder(RunWriter store, Clock clock, String runId, RunProgress progress) {
        this.store = store;
        this.clock = clock;
        this.runId = runId;
        this.progress = progress;
    }

    public void onEvent(RunEvent event) throws StoreException {
        event.accept(new EventWriter());
        writeIfDue();
    }

    private void saveTrial(RunStatus status) throws StoreException {
        store.save(progress.trialRow(status));
    }

    private void saveProbes(RunEvent.FunctionReported event) throws StoreException {
        if (event.functionRecord() instanceof FunctionRecord.Finished finished
                && !finished.probes().isEmpty()) {
            store.save(runId, new ProbeRow(event.trial(), event.functionIndex(), finished.probes()));
        }
    }

    private Trial trial(int index) {
        return Objects.requireNonNull(trials.get(index), "event of an unknown trial");
    }

    private void markChanged(int functionIndex) {
        changed.add(functionIndex);
        delayWrite();
    }

    private void delayWrite() {
        if (due == null) {
            due = clock.instant().plus(MAX_DELAY);
        }
    }

    /** When the buffered rows must be written, or null if there are none. */
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
        for (int functionIndex : changed) {
            store.save(runId, progress.functionRow(functionIndex));
        }
        changed.clear();
        if (!intervals.isEmpty()) {
            store.append(runId, List.copyOf(intervals));
            intervals.clear();
        }
        due = null;
    }

    /** Stores the run's last row and waits until everything is on disk. */
    public void finish(RunRow last) throws StoreException {
        store.save(last);
        store.flush();
    }

    private final class EventWriter implements RunEvent.Handler<StoreException> {
        @Override
        public void on(RunEvent.RunStarted event) throws StoreException {
            trials = event.trials().stream().collect(Collectors.toMap(Trial::index, Function.identity()));
            store.save(event.run());
        }

        @Override
        public void on(RunEvent.TrialPreparing event) throws StoreException {
            saveTrial(RunStatus.RUNNING);
        }

        @Override
        public void on(RunEvent.TrialStarted event) throws StoreException {
            intervalMetrics = Metric.ids(trial(event.trial()).cell().workload().intervalMetrics());
            for (int functionIndex = 0; functionIndex < event.hosts().size(); functionIndex++) {
                markChanged(functionIndex);
            }
            saveTrial(RunStatus.RUNNING);
        }

        @Override
        public void on(RunEvent.StartChosen event) throws StoreException {
            saveTrial(RunStatus.RUNNING);
        }

        @Override
        public void on(RunEvent.FunctionInvoked event) {
            markChanged(event.functionIndex());
        }

        @Override
        public void on(RunEvent.FunctionReported event) throws StoreException {
            event.functionRecord().accept(new ReportWriter(event.trial(), event.functionIndex()));
            saveProbes(event);
        }

        @Override
        public void on(RunEvent.FunctionRetried event) {
            // The number of refused invocations is not stored.
        }

        @Override
        public void on(RunEvent.FunctionSucceeded event) {
            // Its record has already been stored.
        }

        @Override
        public void on(RunEvent.FunctionFailed event) {
            markChanged(event.functionIndex());
        }

        @Override
        public void on(RunEvent.TrialObserved event) throws StoreException {
            store.save(runId, event.evidence());
        }

        @Override
        public void on(RunEvent.TrialEnded event) throws StoreException {
            write();
            saveTrial(event.status());
        }

        @Override
        public void on(RunEvent.RunEnded event) {
            // The run's last row is written by finish, before this event is sent.
        }
    }

    private final class ReportWriter implements FunctionRecord.Handler<RuntimeException> {
        private final int trial;
        private final int functionIndex;

        ReportWriter(int trial, int functionIndex) {
            this.trial = trial;
            this.functionIndex = functionIndex;
        }

        @Override
        public void on(FunctionRecord.Ready functionRecord) {
            markChanged(functionIndex);
        }

        @Override
        public void on(FunctionRecord.Started functionRecord) {
            markChanged(functionIndex);
        }

        @Override
        public void on(FunctionRecord.Measured functionRecord) {
            intervals.add(new StoredInterval(
                    trial, functionIndex, functionRecord.interval().withMetricsOf(intervalMetrics)));
            delayWrite();
        }

        @Override
        public void on(FunctionRecord.Heartbeat functionRecord) {
            // Nothing to store.
        }

        @Override
        public void on(FunctionRecord.Finished functionRecord) {
            markChanged(functionIndex);
        }

        @Override
        public void on(FunctionRecord.Failed functionRecord) {
            markChanged(functionIndex);
        }
    }
}
