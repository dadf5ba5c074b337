package org.faasnetlab.ui;

import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.faasnetlab.ui.common.FakeLab;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.experiment.TestPlans;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.log.LogBufferAppender;
import org.faasnetlab.ui.welcome.RecentRun;
import org.slf4j.LoggerFactory;

/** Opens the window on fakes, to look at it: {@code java ... org.faasnetlab.ui.WindowDemo FOLDER}. */
public final class WindowDemo {
    private WindowDemo() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        LogBuffer log = new LogBuffer(2000);
        LogBufferAppender appender = new LogBufferAppender(log);
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        ExecutorService background = Executors.newSingleThreadExecutor();
        root.info("The window opens on fakes.");
        root.warn("This is what a warning looks like.");
        root.error("This is what an error looks like.", new IllegalStateException("for the demonstration"));
        FaasNetLabWindow.open(parts(folder, log, background));
    }

    private static WindowParts parts(Path folder, LogBuffer log, ExecutorService background) {
        return new WindowParts(
                new FakeLab(folder.resolve("local")),
                TestPlans.presets(),
                () -> event -> {},
                atMost -> recentRuns(),
                id -> {},
                services -> new Blank(),
                services -> new Blank(),
                program -> "3.12",
                log,
                folder.resolve("log"),
                folder.resolve("window.json"),
                ZoneOffset.UTC,
                background,
                background::shutdown);
    }

    static List<RecentRun> recentRuns() {
        return List.of(
                new RecentRun(
                        "20261123-104200-k3f9",
                        "today 10:42",
                        "This computer",
                        true,
                        "Many functions at once, iperf3",
                        "16",
                        "1.00 Gbit/s",
                        "62.5 Mbit/s",
                        "completed"),
                new RecentRun(
                        "20261122-170500-9xa2",
                        "yesterday 17:05",
                        "This computer",
                        false,
                        "S3 download",
                        "4",
                        "\u2013",
                        "612 Mbit/s",
                        "1 of 4 failed"));
    }

    /** A screen that shows nothing. */
    private static final class Blank implements Screen {
        private final Label view = new Label();

        @Override
        public Node view() {
            return view;
        }
    }
}
