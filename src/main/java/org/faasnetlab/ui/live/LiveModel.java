package org.faasnetlab.ui.live;

import java.time.Clock;
import java.util.Set;
import org.faasnetlab.chart.timeline.TrialBins;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.workload.Cell;

/**
 * The active run for the window: its progress, and the bins of its curves. The run's thread delivers events, each of
 * which costs less than a microsecond and waits at most for a snapshot; another thread takes snapshots. Memory depends
 * only on the number of functions, never on the duration of a run.
 */
public final class LiveModel {
    private final RunProgress progress;
    private final RunListener listener;
    /** Guarded by the progress. */
    private TrialBins bins = TrialBins.live();

    public LiveModel(Clock clock) {
        this(clock, event -> {});
    }

    /** @param listener receives each event after it was folded */
    public LiveModel(Clock clock, RunListener listener) {
        this.listener = listener;
        progress = new RunProgress(clock, new Bins());
    }

    /** The progress of the active run, to which the run reports its events. */
    public RunProgress progress() {
        return progress;
    }

    /** @param picked functions that are drawn as separate lines although there are too many to draw all */
    public LiveSnapshot snapshot(Set<Integer> picked) {
        return progress.read(
                now -> now.phase() == RunPhase.NONE ? LiveSnapshot.NONE : new LiveTrial(now, bins).snapshot(picked));
    }

    private final class Bins implements RunProgress.Follower {
        @Override
        public void onTrial(Cell cell) {
            bins = TrialBins.live();
        }

        @Override
        public void onInterval(int functionIndex, Interval interval) {
            bins.add(functionIndex, interval);
        }

        @Override
        public void onEvent(RunEvent event) {
            listener.onEvent(event);
        }
    }
}
