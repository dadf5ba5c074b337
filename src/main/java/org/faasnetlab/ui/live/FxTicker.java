package org.faasnetlab.ui.live;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.util.Duration;

/** Ticks on the FX thread ten times a second, or less often if that thread is busy. */
public final class FxTicker implements Ticker {
    private static final Duration PERIOD = Duration.millis(100);

    private final javafx.animation.Timeline timeline = new javafx.animation.Timeline();

    @Override
    public void start(Runnable tick) {
        timeline.stop();
        timeline.getKeyFrames().setAll(new KeyFrame(PERIOD, event -> tick.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    @Override
    public void stop() {
        timeline.stop();
    }
}
