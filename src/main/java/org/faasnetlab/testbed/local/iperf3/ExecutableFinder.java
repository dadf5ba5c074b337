package org.faasnetlab.testbed.local.iperf3;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds programs like a shell.
 *
 * @param folders the directories in {@code PATH}
 * @param endings file name extensions that may be omitted: {@code .exe} on Windows
 */
record ExecutableFinder(List<Path> folders, List<String> endings) {

    static ExecutableFinder ofSystem() {
        String path = System.getenv("PATH");
        List<Path> folders = path == null
                ? List.of()
                : List.of(path.split(File.pathSeparator)).stream()
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList();
        return new ExecutableFinder(folders, File.separatorChar == '\\' ? List.of("", ".exe") : List.of(""));
    }

    /** Finds a program by name on the PATH, or by file path. */
    Optional<Path> find(String program) {
        Path given;
        try {
            given = Path.of(program);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        boolean plainName = given.getParent() == null;
        return (plainName ? folders.stream() : List.of(Path.of("")).stream())
                .flatMap(folder -> endings.stream().map(ending -> folder.resolve(given + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toAbsolutePath)
                .findFirst();
    }
}
