package org.faasnetlab.testing.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.ui.common.OpenRequests;
import org.faasnetlab.ui.guide.UserGuide;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.shell.WindowDependencies;

/** The dependencies of a window with a fake lab. */
public final class FakeWindowDependencies {
    private FakeWindowDependencies() {}

    /** @param folder folder for all files of the window */
    public static WindowDependencies of(
            FakeLabWithStore lab, Path folder, Clock clock, Executor background, Runnable closed) {
        return of(lab, folder, clock, Locale.ENGLISH, background, closed);
    }

    /**
     * @param folder folder for all files of the window
     * @param language of the system
     */
    public static WindowDependencies of(
            FakeLabWithStore lab, Path folder, Clock clock, Locale language, Executor background, Runnable closed) {
        return new WindowDependencies(
                lab,
                TestPlans.groups(),
                program -> "3.12",
                server -> {},
                settings -> {},
                new LogBuffer(10),
                folder,
                folder.resolve("log"),
                new UserGuide(Path.of("docs/user-guide.md"), folder.resolve("user-guide.html")),
                Path.of("THIRD-PARTY.md"),
                folder.resolve("window.json"),
                new OpenRequests(),
                UnaryOperator.identity(),
                () -> false,
                language,
                clock,
                background,
                closed);
    }

    /**
     * For an hour after three sample runs, which are stored.
     *
     * @param language of the system
     * @param more runs that are stored too
     */
    public static WindowDependencies withSampleRuns(
            Path folder, Locale language, ExecutorService background, RunData... more) {
        FakeLabWithStore lab = new FakeLabWithStore(folder.resolve("local"));
        try {
            SampleRuns.save(lab.store(), SampleRuns.lambdaBurst());
            SampleRuns.save(lab.store(), SampleRuns.sharedHost());
            SampleRuns.save(lab.store(), SampleSweeps.memory());
            for (RunData run : more) {
                SampleRuns.save(lab.store(), run);
            }
            lab.store().flush();
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
        Clock anHourLater = Clock.fixed(SampleRuns.STARTED.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        return of(lab, folder, anHourLater, language, background, background::shutdown);
    }
}
