package org.faasnetlab.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.faasnetlab.ui.common.FakeLab;
import org.faasnetlab.ui.experiment.TestPlans;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.results.FxResultFiles;

/** What a window on a pretended lab is made of. */
final class PretendedParts {
    private PretendedParts() {}

    /** @param folder of all the window's files */
    static WindowParts of(FakeLab lab, Path folder, Clock clock, Executor background, Runnable closed) {
        return new WindowParts(
                lab,
                TestPlans.groups(),
                program -> "3.12",
                new LogBuffer(10),
                folder.resolve("log"),
                folder.resolve("window.json"),
                FxResultFiles::new,
                clock,
                background,
                closed);
    }
}
