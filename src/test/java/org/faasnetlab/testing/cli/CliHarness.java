package org.faasnetlab.testing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.Cli;
import org.faasnetlab.cli.common.ApplicationWindow;
import org.faasnetlab.cli.common.CliParts;
import org.faasnetlab.cli.common.Interrupts;
import org.faasnetlab.cli.common.LabOpener;
import org.faasnetlab.cli.common.PeriodicTimer;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TerminalStyle;
import org.faasnetlab.export.ChartSelection;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testing.plan.ProgramPresets;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.jspecify.annotations.Nullable;

/** The command line with fake dependencies, and its output. */
public final class CliHarness {
    public final ScriptedLab lab = new ScriptedLab();
    public final List<String> exported = new ArrayList<>();
    public final List<@Nullable Path> opened = new ArrayList<>();
    public final List<Runnable> interrupts = new ArrayList<>();
    public int windows;
    public LabException displayFailure;
    public LabException openFailure;
    public LabException exportFailure;
    public @Nullable IOException outputFailure;
    public boolean terminal;

    /** Whether another window is open. */
    public boolean windowOpen;

    public final List<Path> handedOver = new ArrayList<>();
    public final List<Path> shownFiles = new ArrayList<>();
    public TerminalStyle style = TerminalStyle.PLAIN;

    /** Why this computer cannot make a kernel network; null if it can. */
    public LabException missingNetwork;

    /** The answers that the user types. */
    public final Deque<String> typed = new ArrayDeque<>();

    /** Called with the action that shows progress when a command starts the timer. */
    public PeriodicTimer ticker = (period, action) -> () -> {};

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    public int run(String... arguments) {
        return new Cli(new CliParts(
                        "faasnetlab 1.2.3",
                        new Terminal(
                                new PrintWriter(out),
                                new PrintWriter(err),
                                () -> outputFailure,
                                terminal,
                                style,
                                typed::poll),
                        new Opener(),
                        new TestWindow(),
                        ProgramPresets.PRESETS,
                        network -> {
                            if (missingNetwork != null) {
                                throw missingNetwork;
                            }
                        },
                        new FakeExporter(),
                        new RecordingInterrupts(),
                        (period, action) -> ticker.every(period, action),
                        Clock.fixed(RunRowBuilder.STARTED.plusSeconds(5), ZoneOffset.UTC),
                        ZoneOffset.UTC))
                .run(arguments);
    }

    public String out() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    public String err() {
        return err.toString().replace(System.lineSeparator(), "\n");
    }

    private final class RecordingInterrupts implements Interrupts {
        @Override
        public Registration onInterrupt(Runnable action) {
            interrupts.add(action);
            return () -> lab.closed.add("interrupts");
        }

        @Override
        public Registration onInterrupt(Runnable first, Runnable next) {
            interrupts.add(first);
            return onInterrupt(next);
        }
    }

    private final class Opener implements LabOpener {
        @Override
        public Lab open(@Nullable Path data) throws LabException {
            if (openFailure != null) {
                throw openFailure;
            }
            opened.add(data);
            return lab;
        }

        @Override
        public Path logFile() {
            return Path.of("logs", "faasnetlab.log");
        }
    }

    private final class FakeExporter extends RunExporter {
        FakeExporter() {
            super(ZoneOffset.UTC);
        }

        @Override
        public List<Path> export(ExportFormat format, RunReader store, RunRow run, ChartSelection chart, Path file)
                throws LabException {
            if (exportFailure != null) {
                throw exportFailure;
            }
            exported.add(format + " " + run.id() + " " + file.getFileName());
            return List.of(file);
        }
    }

    private final class TestWindow implements ApplicationWindow {
        @Override
        public void requireDisplay() throws LabException {
            if (displayFailure != null) {
                throw displayFailure;
            }
        }

        @Override
        public boolean handOver(List<Path> files) {
            handedOver.addAll(files);
            return windowOpen;
        }

        @Override
        public void prepare() {}

        @Override
        public void show(Lab shown, List<Path> files) {
            windows++;
            shownFiles.addAll(files);
        }
    }
}
