package org.faasnetlab.testbed.local.iperf3;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds programs as a shell does.
 *
 * @param folders what stands in {@code PATH}
 * @param endings what a program's name may lack: {@code .exe} on Windows
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

    /** The program of that name on the path, or at that path. */
    Optional<Path> find(String program) {
        Path given;
        try {
            given = Path.of(program);
        } catch (InvalidPathException noPath) {
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
