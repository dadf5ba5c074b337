package org.faasnetlab.ui.live;

import java.time.Clock;
import java.util.Set;
import org.faasnetlab.chart.timeline.TrialBins;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.workload.Cell;

/**
 * Follows the active run for the window: its progress, and the bins of its curves. The run's thread delivers events,
 * each of which costs a few microseconds and waits at most for a snapshot; another thread takes snapshots. Memory
 * depends only on the number of functions, never on the duration of a run.
 */
public final class LiveModel implements RunListener {
    private final RunProgress progress;
    private TrialBins bins = TrialBins.live();

    public LiveModel(Clock clock) {
        progress = new RunProgress(clock, new Bins());
    }

    @Override
    public synchronized void onEvent(RunEvent event) {
        progress.onEvent(event);
    }

    /** @param picked functions that are drawn as separate lines although there are too many to draw all */
    public synchronized LiveSnapshot snapshot(Set<Integer> picked) {
        ProgressSnapshot now = progress.snapshot();
        return now.phase() == RunPhase.NONE ? LiveSnapshot.NONE : new LiveTrial(now, bins).snapshot(picked);
    }

    /** Called by the progress while this model holds its lock. */
    private final class Bins implements RunProgress.IntervalListener {
        @Override
        public void onTrial(Cell cell) {
            bins = TrialBins.live();
        }

        @Override
        public void onInterval(int functionIndex, Interval interval) {
            bins.add(functionIndex, interval);
        }
    }
}
