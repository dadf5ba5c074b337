package org.faasnetlab.ui.common;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.util.Duration;

/** Ticks on the FX thread, less often than requested if that thread is busy. */
public final class FxTicker implements Ticker {
    private final javafx.animation.Timeline timeline = new javafx.animation.Timeline();
    private final Duration period;

    /** @param period from one tick to the next */
    public FxTicker(Duration period) {
        this.period = period;
    }

    @Override
    public void start(Runnable tick) {
        timeline.stop();
        timeline.getKeyFrames().setAll(new KeyFrame(period, event -> tick.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    @Override
    public void stop() {
        timeline.stop();
    }
}
