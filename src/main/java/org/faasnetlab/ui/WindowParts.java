package org.faasnetlab.ui;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.experiment.RunListener;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.experiment.PresetChoice;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.setup.Iperf3Check;
import org.faasnetlab.ui.welcome.RecentRuns;

/**
 * All that the window is made of; the composition root gives it.
 *
 * @param lab what the window works with; not closed by the window
 * @param presets experiments to begin with, at least one
 * @param runListeners makes the listener of a run that is about to start; called on the window's thread
 * @param openRun shows the run of an id on the results screen; called on the window's thread
 * @param live makes the live screen when it is first shown
 * @param results makes the results screen when it is first shown
 * @param logFolder where the log's files are
 * @param settingsFile where the window remembers its theme and size
 * @param zone in which times are shown
 * @param background runs what takes longer than a click may
 * @param closed called once on the window's thread when the window is gone
 */
public record WindowParts(
        Lab lab,
        List<PresetChoice> presets,
        Supplier<RunListener> runListeners,
        RecentRuns recentRuns,
        Consumer<String> openRun,
        Function<WindowServices, Screen> live,
        Function<WindowServices, Screen> results,
        Iperf3Check iperf3Check,
        LogBuffer log,
        Path logFolder,
        Path settingsFile,
        ZoneId zone,
        Executor background,
        Runnable closed) {
    public WindowParts {
        presets = List.copyOf(presets);
    }
}
