package org.faasnetlab.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.store.RunRowBuilder;
import org.jspecify.annotations.Nullable;

/** The command line with fakes around it, and what it said. */
final class TestCli {
    final FakeLab lab = new FakeLab();
    final List<String> exported = new ArrayList<>();
    final List<@Nullable Path> opened = new ArrayList<>();
    final List<Runnable> interrupts = new ArrayList<>();
    int windows;
    LabException displayFailure;
    LabException openFailure;
    LabException exportFailure;
    Predicate<LabException> missing = failure -> false;
    boolean terminal;

    /** What the user types at questions. */
    final Deque<String> typed = new ArrayDeque<>();

    /** Called with the action that shows progress, as soon as a command wants ticks. */
    Ticker ticker = (period, action) -> () -> {};

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(String... arguments) {
        return new Cli(new CliParts(
                        "faasnetlab 1.2.3",
                        new Screen(new PrintWriter(out), new PrintWriter(err), terminal),
                        new Opener(),
                        new TestWindow(),
                        (format, store, run, file) -> {
                            if (exportFailure != null) {
                                throw exportFailure;
                            }
                            exported.add(format + " " + run.id() + " " + file.getFileName());
                            return List.of(file);
                        },
                        failure -> missing.test(failure),
                        action -> {
                            interrupts.add(action);
                            return () -> lab.closed.add("interrupts");
                        },
                        (period, action) -> ticker.every(period, action),
                        Clock.fixed(RunRowBuilder.STARTED.plusSeconds(5), ZoneOffset.UTC),
                        ZoneOffset.UTC,
                        typed::poll))
                .run(arguments);
    }

    String out() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    String err() {
        return err.toString().replace(System.lineSeparator(), "\n");
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

    private final class TestWindow implements Window {
        @Override
        public void requireDisplay() throws LabException {
            if (displayFailure != null) {
                throw displayFailure;
            }
        }

        @Override
        public void show(Lab shown) {
            windows++;
        }
    }
}
