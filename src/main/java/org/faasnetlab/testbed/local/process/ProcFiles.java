package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Facts about processes that only Linux provides, in {@code /proc} (proc(5)). On other systems, and for processes that
 * have exited or belong to another user, nothing is known. Uses the JDK only.
 */
final class ProcFiles {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    private ProcFiles() {}

    /** Start time of a process in clock ticks since boot, which does not depend on the wall clock. */
    static OptionalLong startTicks(long pid) {
        return statFields(pid)
                .map(fields -> OptionalLong.of(Long.parseLong(fields[START_TICKS])))
                .orElse(OptionalLong.empty());
    }

    /** Whether a process has exited and only its parent has not noticed yet. */
    static boolean isZombie(long pid) {
        return statFields(pid)
                .map(fields -> fields[STATE].equals("Z") || fields[STATE].equals("X"))
                .orElse(false);
    }

    /** The fields of {@code stat} from the state on; the name before them may contain any character. */
    private static Optional<String[]> statFields(long pid) {
        return read(PROC.resolve(Long.toString(pid)).resolve("stat")).flatMap(stat -> {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            return fields.length > START_TICKS ? Optional.of(fields) : Optional.empty();
        });
    }

    /** The value of a variable in the environment with which a process was started. */
    static Optional<String> environmentVariable(long pid, String name) {
        return read(PROC.resolve(Long.toString(pid)).resolve("environ")).flatMap(all -> {
            String start = name + "=";
            int at = all.startsWith(start) ? 0 : all.indexOf("\0" + start) + 1;
            if (at == 0 && !all.startsWith(start)) {
                return Optional.empty();
            }
            int end = all.indexOf('\0', at);
            return Optional.of(all.substring(at + start.length(), end < 0 ? all.length() : end));
        });
    }

    /** An identifier that changes with every boot. */
    static Optional<String> bootId() {
        return read(PROC.resolve("sys/kernel/random/boot_id")).map(String::strip);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty(); // the process has exited, belongs to somebody else, or this is not Linux
        }
    }
}
