package org.faasnetlab.ui.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.faasnetlab.chart.timeline.MetricCurve;
import org.faasnetlab.chart.timeline.TrialBins;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.jspecify.annotations.Nullable;

/**
 * The active run for the window: its progress, and the bins of its curves. The run's thread delivers events, each of
 * which costs less than a microsecond and waits at most for a snapshot; another thread takes snapshots. Memory depends
 * only on the number of functions, never on the duration of a run.
 */
public final class LiveModel {
    private final RunProgress progress;
    private final RunListener listener;
    private final Clock clock;
    /** Guarded by the progress, as what follows. */
    private TrialBins bins = TrialBins.live();

    private MetricBins latency = new MetricBins(ProbeMetrics.RTT);

    private @Nullable MetricBins transport;

    private LivePhase phase = LivePhase.DONE;
    private int trial = -1;
    private Instant phaseBegan = Instant.EPOCH;

    public LiveModel(Clock clock) {
        this(clock, event -> {});
    }

    /** @param listener receives each event after it was folded */
    public LiveModel(Clock clock, RunListener listener) {
        this.clock = clock;
        this.listener = listener;
        progress = new RunProgress(clock, new Bins());
    }

    /** The progress of the active run, to which the run reports its events. */
    public RunProgress progress() {
        return progress;
    }

    /**
     * What the screen shows now.
     *
     * @param picked functions that are drawn as separate lines although there are too many to draw all
     */
    public LiveSnapshot snapshot(Set<Integer> picked) {
        return progress.read(now -> now.phase() == RunPhase.NONE
                ? LiveSnapshot.NONE
                : new LiveTrial(now, bins)
                        .snapshot(
                                picked,
                                inPhase(now),
                                latency.curve(),
                                transport == null ? null : transport.measured()));
    }

    private Duration inPhase(ProgressSnapshot now) {
        LivePhase next = LivePhase.of(now);
        if (next != phase || now.trial() != trial) {
            phase = next;
            trial = now.trial();
            phaseBegan = clock.instant();
        }
        return Duration.between(phaseBegan, clock.instant());
    }

    private final class Bins implements RunProgress.Follower {
        @Override
        public void onTrial(Cell cell) {
            bins = TrialBins.live();
            latency = new MetricBins(ProbeMetrics.RTT);
            transport = MetricCurve.transportOf(cell.workload())
                    .map(MetricBins::new)
                    .orElse(null);
        }

        @Override
        public void onInterval(int functionIndex, Interval interval) {
            bins.add(functionIndex, interval);
            latency.add(functionIndex, interval);
            if (transport != null) {
                transport.add(functionIndex, interval);
            }
        }

        @Override
        public void onEvent(RunEvent event) {
            listener.onEvent(event);
        }
    }
}
