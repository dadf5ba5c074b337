package org.faasnetlab.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.faasnetlab.cli.Cli;
import org.faasnetlab.cli.aws.TerminalMfaPrompt;
import org.faasnetlab.cli.common.CliParts;
import org.faasnetlab.cli.common.PeriodicTimer;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.duckdb.DatabaseLibrary;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.local.Installation;
import org.faasnetlab.testbed.local.network.KernelNetwork;
import org.faasnetlab.workload.Workloads;
import org.jspecify.annotations.Nullable;

/** The composition root: assembles the parts of the program. */
public final class Wiring {
    /** System property of the start script: the directory on Java's library path for DuckDB's library. */
    private static final String NATIVE = "faasnetlab.native";

    private final Map<String, String> environment;
    private final String system;
    private final Path home;
    private final Path installed;
    private final @Nullable String nativeDirectory;
    private final Path temporary;
    private final UnaryOperator<Sleeper> awsPauses;

    /** @param properties the system properties */
    public Wiring(Map<String, String> environment, Properties properties) {
        this(environment, properties, UnaryOperator.identity());
    }

    /** @param awsPauses adjusts the pauses between two polls of AWS: shorter ones for an emulated AWS */
    public Wiring(Map<String, String> environment, Properties properties, UnaryOperator<Sleeper> awsPauses) {
        this.environment = environment;
        this.system = properties.getProperty("os.name", "");
        this.home = Path.of(properties.getProperty("user.home", "."));
        this.installed = Path.of(properties.getProperty("faasnetlab.home", "."));
        this.awsPauses = awsPauses;
        this.nativeDirectory = properties.getProperty(NATIVE);
        this.temporary = Path.of(properties.getProperty("java.io.tmpdir", "."));
    }

    /** Null without {@link #NATIVE}: DuckDB then unpacks its library itself. */
    private @Nullable DatabaseLibrary databaseLibrary() {
        return nativeDirectory == null
                ? null
                : new DatabaseLibrary(
                        installed.resolve("lib").resolve("libduckdb_java.gz"),
                        Path.of(nativeDirectory),
                        temporary,
                        Clock.systemUTC());
    }

    public Cli cli(Terminal terminal) {
        Presets presets = new Presets(Workloads.builtIn());
        AppOpener opener = new AppOpener(
                AppDirectories.of(environment, system, home),
                // Its parts create loggers, which must not exist before the opener has set the log folder.
                directories -> {
                    Lab lab = new AssembledLab(
                            directories,
                            new Installation(installed),
                            presets,
                            databaseLibrary(),
                            awsPauses,
                            notice -> terminal.printError(notice.fullMessage()));
                    lab.aws().askForMfaCodes(new TerminalMfaPrompt(terminal));
                    return lab;
                });
        return new Cli(new CliParts(
                AppVersion.text(),
                terminal,
                opener,
                new JavaFxWindow(opener::directories, installed, system, environment),
                presets,
                settings -> KernelNetwork.require(settings, ProcessBuilder::start),
                new RunExporter(ZoneId.systemDefault()),
                new ShutdownInterrupts(),
                PeriodicTimer.onDaemonThread(),
                Clock.systemUTC(),
                ZoneId.systemDefault()));
    }
}
