package org.faasnetlab.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.local.network.KernelNetworkProbe;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.OpenRequests;
import org.faasnetlab.ui.guide.UserGuide;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.setup.ExternalServerProbe;
import org.faasnetlab.ui.setup.Iperf3VersionProbe;

/**
 * Everything that the window needs, provided by the composition root.
 *
 * @param lab used by the window, which does not close it
 * @param presets available experiments, at least one in the first group
 * @param iperf3Check checks the iperf3 program that the user names
 * @param serverCheck checks the iperf3 server that the user names
 * @param kernelCheck checks whether this computer can make a kernel network
 * @param log the latest log events
 * @param dataFolder folder of the runs
 * @param logFolder folder of the log files
 * @param guide the user guide that comes with the program
 * @param libraries list of the libraries that come with the program, {@code THIRD-PARTY.md}
 * @param settingsFile file for the window's theme and size
 * @param requests files to open in the window
 * @param desktop wraps the desktop; tests choose files without a dialog
 * @param systemDark whether the system's theme is dark; may take a second
 * @param systemLanguage the locale in which the user's system shows texts
 * @param clock clock with the user's time zone
 * @param background runs slow work, on as many threads as needed
 * @param closed called once on the window's thread when the window was closed
 */
public record WindowDependencies(
        Lab lab,
        List<PresetGroup> presets,
        Iperf3VersionProbe iperf3Check,
        ExternalServerProbe serverCheck,
        KernelNetworkProbe kernelCheck,
        LogBuffer log,
        Path dataFolder,
        Path logFolder,
        UserGuide guide,
        Path libraries,
        Path settingsFile,
        OpenRequests requests,
        UnaryOperator<Desktop> desktop,
        BooleanSupplier systemDark,
        Locale systemLanguage,
        Clock clock,
        Executor background,
        Runnable closed) {
    public WindowDependencies {
        presets = List.copyOf(presets);
    }
}
