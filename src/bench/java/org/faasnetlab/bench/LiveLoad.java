package org.faasnetlab.bench;

import java.time.Clock;
import java.util.Set;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.ui.live.LiveModel;

/** The work of the live screen for a run, without drawing it. */
public final class LiveLoad {
    private final LiveModel model = new LiveModel(Clock.systemUTC());

    public RunProgress progress() {
        return model.progress();
    }

    /** Takes a snapshot as the screen does at each pulse; returns the number of functions seen. */
    public int pulse() {
        return model.snapshot(Set.of()).functions().size();
    }
}
