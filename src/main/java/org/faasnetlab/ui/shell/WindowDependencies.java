package org.faasnetlab.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.run.Lab;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.results.export.ResultFileChooser;
import org.faasnetlab.ui.setup.Iperf3VersionProbe;

/**
 * All that the window is made of; the composition root gives it.
 *
 * @param lab what the window works with; not closed by the window
 * @param presets experiments to begin with, at least one in the first group
 * @param iperf3Check looks for the iperf3 program that the user names
 * @param log the last events of the log
 * @param logFolder where the log's files are
 * @param settingsFile where the window remembers its theme and size
 * @param resultFiles asks the user where a run is exported to
 * @param clock the user's clock with their time zone
 * @param background runs what takes longer than a click may, on as many threads as it takes
 * @param closed called once on the window's thread when the window is gone
 */
public record WindowDependencies(
        Lab lab,
        List<PresetGroup> presets,
        Iperf3VersionProbe iperf3Check,
        LogBuffer log,
        Path logFolder,
        Path settingsFile,
        Function<Desktop, ResultFileChooser> resultFiles,
        Clock clock,
        Executor background,
        Runnable closed) {
    public WindowDependencies {
        presets = List.copyOf(presets);
    }
}
