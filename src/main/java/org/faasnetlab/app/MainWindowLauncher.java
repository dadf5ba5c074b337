package org.faasnetlab.app;

import ch.qos.logback.classic.Logger;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.local.iperf3.LocalIperf3;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.log.LogBufferAppender;
import org.faasnetlab.ui.results.export.FxResultFileChooser;
import org.faasnetlab.ui.shell.FaasNetLabWindow;
import org.faasnetlab.ui.shell.WindowDependencies;
import org.slf4j.LoggerFactory;

/** Shows the window for a lab and waits until the user has closed it. */
final class MainWindowLauncher implements DisplayedWindow.Start {
    private static final int LOG_EVENTS = 2000;

    private final Supplier<AppDirectories> folders;

    /** @param folders the folders in which the lab was opened, read after that */
    MainWindowLauncher(Supplier<AppDirectories> folders) {
        this.folders = folders;
    }

    @Override
    public void show(Lab lab) {
        AppDirectories directories = folders.get();
        CountDownLatch closed = new CountDownLatch(1);
        ExecutorService background = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "window-background");
            thread.setDaemon(true);
            return thread;
        });
        FaasNetLabWindow.open(new WindowDependencies(
                lab,
                Presets.groups(),
                program -> LocalIperf3.find(program, ProcessBuilder::start)
                        .version()
                        .toString(),
                logBuffer(),
                directories.logs(),
                directories.config().resolve("window.json"),
                FxResultFileChooser::new,
                Clock.systemDefaultZone(),
                background,
                closed::countDown));
        awaitEnd(closed);
        background.shutdownNow();
        Platform.exit();
    }

    private static void awaitEnd(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static LogBuffer logBuffer() {
        LogBuffer buffer = new LogBuffer(LOG_EVENTS);
        LogBufferAppender appender = new LogBufferAppender(buffer);
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        return buffer;
    }
}
