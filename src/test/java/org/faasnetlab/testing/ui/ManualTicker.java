package org.faasnetlab.testing.ui;

import org.faasnetlab.ui.common.Ticker;

/** A ticker that a test advances. */
public final class ManualTicker implements Ticker {
    private Runnable task = () -> {};
    private boolean runs;

    @Override
    public void start(Runnable tick) {
        task = tick;
        runs = true;
    }

    @Override
    public void stop() {
        runs = false;
    }

    public void tick() {
        if (runs) {
            task.run();
        }
    }

    public boolean runs() {
        return runs;
    }
}
