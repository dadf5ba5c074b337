package org.faasnetlab.bench;

import java.time.Clock;
import java.util.Set;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.ui.live.LiveModel;

/** The work of the live screen for a run, without drawing it. */
public final class LiveLoad {
    private final LiveModel model = new LiveModel(Clock.systemUTC());

    public RunListener listener() {
        return model::onEvent;
    }

    /** Takes a snapshot as the screen does at each pulse; returns the number of functions seen. */
    public int pulse() {
        return model.snapshot(Set.of()).functions().size();
    }
}
