package org.faasnetlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.faasnetlab.experiment.Presets;
import org.faasnetlab.testbed.aws.QuickPauses;
import org.faasnetlab.testbed.local.TestInstallation;
import org.faasnetlab.testbed.local.iperf3.Iperf3Program;
import org.faasnetlab.ui.WindowParts;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.results.ResultFiles;

/** What a window on the lab as it is shipped is made of, with all its files in one folder; AWS is looked at often. */
record ShippedParts(AppDirectories directories, AssembledLab lab) {

    static ShippedParts in(Path folder) throws IOException {
        AppDirectories directories = AppDirectories.under(folder.resolve("data"));
        Files.createDirectories(directories.data());
        return new ShippedParts(directories, new AssembledLab(directories, TestInstallation.built(), QuickPauses.OF));
    }

    Path settingsFile() {
        return directories.config().resolve("window.json");
    }

    WindowParts parts(Function<Desktop, ResultFiles> files, ExecutorService background) {
        return new WindowParts(
                lab,
                Presets.groups(),
                program -> Iperf3Program.find(program, ProcessBuilder::start)
                        .version()
                        .toString(),
                new LogBuffer(10),
                directories.logs(),
                settingsFile(),
                files,
                Clock.systemDefaultZone(),
                background,
                background::shutdown);
    }
}
