package org.faasnetlab.ui.live;

import java.time.Clock;
import java.util.Set;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.jspecify.annotations.Nullable;

/**
 * Follows the run under way for the window. The run's thread gives it events, each of which costs a few microseconds and
 * waits at most for a snapshot to be taken; another thread takes snapshots. Memory depends on the number of functions
 * alone, never on how long a run lasts.
 */
public final class LiveModel implements RunListener {
    private final Clock clock;
    private @Nullable LiveRunTracker watch;

    public LiveModel(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void onEvent(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            watch = new LiveRunTracker(started, clock.instant());
        } else if (watch != null) {
            watch.apply(event, clock.instant());
        }
    }

    /**
     * @param picked functions that are drawn as lines of their own although there are too many to draw all
     */
    public synchronized LiveSnapshot snapshot(Set<Integer> picked) {
        return watch == null ? LiveSnapshot.NONE : watch.snapshot(picked, clock.instant());
    }
}
