package org.faasnetlab.testbed.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets Linux kill a process when the thread that started it ends (PR_SET_PDEATHSIG of prctl(2)), however that happens.
 * The process is started by {@code setpriv} of util-linux 2.33 or newer, which sets this and becomes the process.
 * Elsewhere, commands remain as they are.
 */
final class ParentDeathSignal {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));
    private static final List<String> OPTIONS = List.of("--pdeathsig", "KILL");
    private static final long PROBE_SECONDS = 5;

    private final Optional<Path> program;

    private ParentDeathSignal(Optional<Path> program) {
        this.program = program;
    }

    /** Checks once whether this system has a suitable {@code setpriv}. */
    static ParentDeathSignal ofThisComputer() {
        return new ParentDeathSignal(
                PLACES.stream().filter(ParentDeathSignal::works).findFirst());
    }

    private static boolean works(Path setpriv) {
        if (!Files.isExecutable(setpriv)) {
            return false;
        }
        try {
            List<String> command = new ArrayList<>(List.of(setpriv.toString()));
            command.addAll(OPTIONS);
            command.add("true");
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
            } finally {
                probe.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The program, for functions, which start processes themselves. */
    Optional<Path> program() {
        return program;
    }

    /** The command that starts the same process with this signal. A missing program is reported by the original one. */
    List<String> wrap(List<String> command) {
        File executable = new File(command.get(0));
        if (program.isEmpty() || !executable.isAbsolute() || !executable.canExecute()) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of(program.get().toString()));
        wrapped.addAll(OPTIONS);
        wrapped.addAll(command);
        return wrapped;
    }
}
