package org.faasnetlab.app;

import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ApplicationWindow;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.local.iperf3.ExternalServer;
import org.faasnetlab.testbed.local.iperf3.LocalIperf3;
import org.faasnetlab.testbed.local.network.KernelNetwork;
import org.faasnetlab.ui.common.BackgroundThreads;
import org.faasnetlab.ui.common.OpenRequests;
import org.faasnetlab.ui.common.WindowFont;
import org.faasnetlab.ui.guide.UserGuide;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.log.LogBufferAppender;
import org.faasnetlab.ui.shell.FaasNetLabWindow;
import org.faasnetlab.ui.shell.WindowDependencies;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The JavaFX window. */
final class JavaFxWindow implements ApplicationWindow {
    /** As the packages name the program's desktop entry. */
    private static final String NAME = "faasnetlab";

    /** A window that is busy with a start or a large import answers later than others. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int LOG_EVENTS = 2000;
    private static final String THE_COMMAND_LINE =
            "the command line, for example: faasnetlab run --preset iperf3-single";
    private static final String COMMAND_LINE = "Use " + THE_COMMAND_LINE;

    private final Supplier<AppDirectories> folders;
    private final Path installed;
    private final boolean display;
    private final SystemTheme systemTheme;
    private final OpenRequests requests = new OpenRequests();
    private Optional<WindowSocket> socket = Optional.empty();
    private @Nullable Future<?> toolkit;

    /**
     * @param folders the folders in which the lab was opened, read after that
     * @param installed the folder of the program
     * @param system value of {@code os.name}
     */
    JavaFxWindow(Supplier<AppDirectories> folders, Path installed, String system, Map<String, String> environment) {
        this.folders = folders;
        this.installed = installed;
        systemTheme = new SystemTheme(system, environment);
        this.display = !system.equalsIgnoreCase("Linux")
                || isSet(environment, "DISPLAY")
                || isSet(environment, "WAYLAND_DISPLAY");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    /** Without a display, JavaFX would fail with an incomprehensible error. */
    @Override
    public void requireDisplay() throws LabException {
        if (!display) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    "Cannot open the window: no display (DISPLAY and WAYLAND_DISPLAY are not set).",
                    COMMAND_LINE);
        }
    }

    /** On a thread of its own, because JavaFX and the lab each take a good part of the time until the window opens. */
    @Override
    public void prepare() {
        FutureTask<@Nullable Void> task = new FutureTask<>(() -> Platform.startup(JavaFxWindow::prepareToolkit), null);
        Thread thread = new Thread(task, "javafx-start");
        thread.setDaemon(true);
        thread.start();
        toolkit = task;
    }

    /**
     * Names the windows for window managers, which group them and choose their icon by the name ({@code WM_CLASS} on X11).
     * JavaFX takes the name from the Application class that it launches, and "java" without one.
     */
    private static void prepareToolkit() {
        com.sun.glass.ui.Application.GetApplication().setName(NAME);
        WindowFont.load();
    }

    private static void awaitToolkit(Future<?> toolkit) throws LabException {
        try {
            toolkit.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnsupportedOperationException unusable) {
                throw new LabException(
                        LabException.Kind.UNAVAILABLE,
                        "Cannot open the window: the display cannot be used (" + unusable.getMessage() + ").",
                        COMMAND_LINE,
                        unusable);
            }
            if (e.getCause() instanceof LinkageError missing) {
                throw new LabException(
                        LabException.Kind.UNAVAILABLE,
                        "Cannot open the window: a library that it needs is missing (" + missing.getMessage() + ").",
                        "Install GTK 3, Xtst, Xxf86vm, and GL, or use " + THE_COMMAND_LINE,
                        missing);
            }
            throw new IllegalStateException("JavaFX does not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(LabException.Kind.CANCELLED, "Opening the window was interrupted.", "", e);
        }
    }

    @Override
    public boolean handOver(List<Path> files) throws LabException {
        Path path = folders.get().data().resolve("window.socket");
        if (WindowSocket.handOver(path, files, TIMEOUT)) {
            return true;
        }
        socket = WindowSocket.listen(path, requests::add);
        return false;
    }

    @Override
    public void show(Lab lab, List<Path> files) throws LabException {
        if (!files.isEmpty()) {
            requests.add(files.stream().map(Path::toAbsolutePath).toList());
        }
        try {
            show(lab);
        } finally {
            socket.ifPresent(WindowSocket::close);
        }
    }

    private void show(Lab lab) throws LabException {
        awaitToolkit(Objects.requireNonNull(toolkit, "prepare() was not called"));
        AppDirectories directories = folders.get();
        CountDownLatch closed = new CountDownLatch(1);
        ExecutorService background = BackgroundThreads.open();
        FaasNetLabWindow.open(new WindowDependencies(
                lab,
                lab.presets().groups(),
                program -> LocalIperf3.find(program, ProcessBuilder::start)
                        .version()
                        .toString(),
                server -> new ExternalServer(server).require(),
                settings -> KernelNetwork.require(settings, ProcessBuilder::start),
                logBuffer(),
                directories.data(),
                directories.logs(),
                new UserGuide(
                        installed.resolve("docs").resolve("user-guide.md"),
                        directories.cache().resolve("user-guide.html")),
                installed.resolve("THIRD-PARTY.md"),
                directories.config().resolve("window.json"),
                requests,
                UnaryOperator.identity(),
                systemTheme::isDark,
                Locale.getDefault(Locale.Category.DISPLAY),
                Clock.system(ZoneId.systemDefault()),
                background,
                closed::countDown));
        awaitEnd(closed, background);
        Platform.exit();
    }

    private static void awaitEnd(CountDownLatch closed, ExecutorService background) {
        try {
            closed.await();
            background.shutdownNow();
            // What still reads the store ends before the lab closes it.
            if (!background.awaitTermination(5, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(JavaFxWindow.class).warn("Work in the background did not end in time.");
            }
        } catch (InterruptedException e) {
            background.shutdownNow();
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
