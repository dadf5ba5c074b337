package org.faasnetlab.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.cli.Cli;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TerminalStyle;

/**
 * Does what users do first: some commands, then the window with all its screens. The build runs it under options of Java
 * that record which classes were loaded, for the archive from which later starts take them.
 */
public final class TrainingRun {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("presets"),
            List.of("runs"),
            List.of("run", "--preset", "iperf3-concurrent", "--dry-run"));
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private TrainingRun() {}

    /**
     * Uses the program as a user would, so that the classes that it loads can be archived.
     *
     * @param arguments an empty folder for data; the window is opened if there is a display
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(AppDirectories.OVERRIDE, arguments[0]);
        for (List<String> command : COMMANDS) {
            int code = cli(environment).run(command.toArray(String[]::new));
            if (code != ExitCode.OK) {
                throw new IllegalStateException(command + " failed with exit code " + code);
            }
        }
        Thread window = new Thread(() -> cli(environment).run(), "window");
        window.setDaemon(true);
        window.start();
        awaitScreens(Path.of(arguments[0], "logs", "faasnetlab.log"), window);
        System.exit(ExitCode.OK);
    }

    private static Cli cli(Map<String, String> environment) {
        PrintWriter nothing = new PrintWriter(Writer.nullWriter());
        return new Wiring(environment, System.getProperties())
                .cli(new Terminal(nothing, nothing, () -> null, false, TerminalStyle.PLAIN, () -> null));
    }

    /** Returns when the window has prepared its screens, or has closed, for example without a display. */
    private static void awaitScreens(Path log, Thread window) throws Exception {
        for (Duration waited = Duration.ZERO;
                waited.compareTo(WINDOW) < 0 && window.isAlive();
                waited = waited.plus(POLL)) {
            if (Files.readString(log).contains("All screens are prepared")) {
                return;
            }
            Thread.sleep(POLL.toMillis());
        }
    }
}
