package org.faasnetlab.bench;

import java.time.Clock;
import java.util.Set;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.ui.live.LiveModel;

/** What the live screen does with a run, without drawing it. */
public final class LiveLoad {
    private final LiveModel model = new LiveModel(Clock.systemUTC());

    public RunListener listener() {
        return model::onEvent;
    }

    /** What the screen takes at every pulse that draws; gives how many functions it has seen. */
    public int pulse() {
        return model.snapshot(Set.of()).functions().size();
    }
}
