package org.faasnetlab.testing.app;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import org.faasnetlab.app.AppDirectories;
import org.faasnetlab.app.AssembledLab;
import org.faasnetlab.testbed.local.iperf3.ExternalServer;
import org.faasnetlab.testbed.local.iperf3.LocalIperf3;
import org.faasnetlab.testbed.local.network.KernelNetwork;
import org.faasnetlab.testing.aws.ShortSleeps;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.OpenRequests;
import org.faasnetlab.ui.guide.UserGuide;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.shell.WindowDependencies;

/**
 * The dependencies of a window with the shipped lab, with all its files except the function in one folder; AWS is
 * polled often.
 */
public record ShippedParts(AppDirectories directories, AssembledLab lab) {

    public static ShippedParts in(Path folder) throws IOException {
        AppDirectories own = AppDirectories.under(folder.resolve("data"));
        AppDirectories directories =
                new AppDirectories(own.data(), own.config(), TestInstallation.functionCache(), own.logs());
        Files.createDirectories(directories.data());
        return new ShippedParts(
                directories,
                new AssembledLab(directories, TestInstallation.built(), PRESETS, null, ShortSleeps.OF, notice -> {}));
    }

    public Path settingsFile() {
        return directories.config().resolve("window.json");
    }

    public WindowDependencies parts(UnaryOperator<Desktop> desktop, ExecutorService background) {
        return new WindowDependencies(
                lab,
                PRESETS.groups(),
                program -> LocalIperf3.find(program, ProcessBuilder::start)
                        .version()
                        .toString(),
                server -> new ExternalServer(server).require(),
                settings -> KernelNetwork.require(settings, ProcessBuilder::start),
                new LogBuffer(10),
                directories.data(),
                directories.logs(),
                new UserGuide(Path.of("docs/user-guide.md"), directories.cache().resolve("user-guide.html")),
                Path.of("THIRD-PARTY.md"),
                settingsFile(),
                new OpenRequests(),
                desktop,
                () -> false,
                Locale.ENGLISH,
                Clock.systemDefaultZone(),
                background,
                background::shutdown);
    }
}
