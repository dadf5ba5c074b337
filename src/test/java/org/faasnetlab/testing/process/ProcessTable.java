package org.faasnetlab.testing.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what other users of a computer can see of the processes that a test has started: their arguments and, on Linux,
 * environments.
 */
public final class ProcessTable {
    private ProcessTable() {}

    public static List<String> ofDescendants() {
        return ProcessHandle.current()
                .descendants()
                .map(process ->
                        process.info().commandLine().orElse("") + file(process, "cmdline") + file(process, "environ"))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String file(ProcessHandle process, String name) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), name), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrNotLinux) {
            return "";
        }
    }
}
