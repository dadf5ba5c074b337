package org.faasnetlab.app;

import java.io.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.Cli;
import org.faasnetlab.cli.CliParts;
import org.faasnetlab.cli.ExecutorTicker;
import org.faasnetlab.cli.FileExporters;
import org.faasnetlab.cli.Screen;
import org.faasnetlab.testbed.aws.calls.Pause;
import org.faasnetlab.testbed.local.Installation;
import org.faasnetlab.testbed.local.iperf3.Iperf3Exception;
import org.jspecify.annotations.Nullable;

/** The composition root: puts the parts of the program together. */
final class Wiring {
    private final Map<String, String> environment;
    private final String system;
    private final Path home;
    private final Path installed;
    private final UnaryOperator<Pause> awsPauses;

    /** @param properties the system properties */
    Wiring(Map<String, String> environment, Properties properties) {
        this(environment, properties, UnaryOperator.identity());
    }

    /** @param awsPauses what becomes of the pauses between two looks at AWS: shorter ones where AWS is played */
    Wiring(Map<String, String> environment, Properties properties, UnaryOperator<Pause> awsPauses) {
        this.environment = environment;
        this.system = properties.getProperty("os.name", "");
        this.home = Path.of(properties.getProperty("user.home", "."));
        this.installed = Path.of(properties.getProperty("faasnetlab.home", "."));
        this.awsPauses = awsPauses;
    }

    Cli cli(Screen screen) {
        AppOpener opener = new AppOpener(
                AppDirectories.of(environment, system, home),
                directories -> new AssembledLab(directories, new Installation(installed), awsPauses));
        return new Cli(new CliParts(
                Version.text(),
                screen,
                opener,
                new DisplayedWindow(new MainWindowStart(opener::directories), system, environment),
                new FileExporters(ZoneId.systemDefault()),
                Wiring::isMissing,
                new ShutdownInterrupts(),
                new ExecutorTicker(),
                Clock.systemUTC(),
                ZoneId.systemDefault(),
                Wiring::typedLine));
    }

    @SuppressWarnings("SystemConsoleNull") // It is null where nobody is there to be asked.
    private static @Nullable String typedLine() {
        Console console = System.console();
        return console == null ? null : console.readLine();
    }

    private static boolean isMissing(LabException failure) {
        return failure instanceof NoDisplayException
                || failure instanceof Iperf3Exception.Missing
                || failure instanceof Iperf3Exception.TooOld;
    }
}
