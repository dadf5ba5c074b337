package org.faasnetlab.testing.ui;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.faasnetlab.ui.common.FxTicker;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.live.LiveModel;
import org.faasnetlab.ui.live.LiveViewModel;

/** View models of a live screen without the rest of the window. */
public final class LiveViewModels {
    private LiveViewModels() {}

    /** Draws with the pulses of JavaFX; leads to no other screen. */
    public static LiveViewModel alone(LiveModel model, Executor background, Clock clock) {
        return new LiveViewModel(
                model,
                new FxTicker(LiveViewModel.PERIOD),
                background,
                Platform::runLater,
                new Navigation(),
                id -> {},
                id -> Optional.empty(),
                clock);
    }
}
