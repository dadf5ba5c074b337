package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * A file with the processes that a program has started. It survives the program, so that its guardian and, if that was
 * killed too, the next start can kill what is left. Lines: {@code boot id}, {@code owner pid start}, then {@code +pid
 * start} and {@code -pid}. Uses the JDK only.
 */
final class ProcessList {
    private static final String ENDING = ".list";
    private static final String NO_BOOT_ID = "unknown";

    private final Path file;

    ProcessList(Path file) {
        this.file = file;
    }

    /** Creates the list of this program in a directory, which is created if it is missing. Only the user can read it. */
    static ProcessList create(Path directory) throws IOException {
        PrivateFiles.createDirectories(directory);
        ProcessList list = new ProcessList(directory.resolve(UUID.randomUUID() + ENDING));
        PrivateFiles.createFile(list.file);
        ProcessIdentity owner = ProcessIdentity.of(ProcessHandle.current())
                .orElseThrow(() -> new IOException("the system does not report when this program was started"));
        list.append("boot " + ProcFiles.bootId().orElse(NO_BOOT_ID) + "\nowner " + owner + "\n");
        return list;
    }

    /** All lists in a directory; none if it does not exist. */
    static List<ProcessList> in(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + ENDING)) {
            return StreamSupport.stream(files.spliterator(), false)
                    .map(ProcessList::new)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    Path file() {
        return file;
    }

    /** Identifies the program; the beginning of {@link ProcessTrees#MARK} of all its processes. */
    String program() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** Adds a process, unless it has already exited. */
    void add(ProcessHandle process) throws IOException {
        Optional<ProcessIdentity> identity = ProcessIdentity.of(process);
        if (identity.isPresent()) {
            append("+" + identity.get() + "\n");
        }
    }

    void remove(long pid) throws IOException {
        append("-" + pid + "\n");
    }

    private void append(String lines) throws IOException {
        try (Writer writer = Files.newBufferedWriter(
                file, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            writer.write(lines);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Whether the program that created the list is still running. */
    boolean isInUse() throws IOException {
        return content().owner().flatMap(ProcessIdentity::find).isPresent();
    }

    /**
     * Kills all processes of the program that are still running. A process that only has the PID of a listed one is
     * spared.
     */
    void killAll() throws IOException {
        String marks = program() + ".";
        ProcessTrees.kill(
                content().running().stream()
                        .map(ProcessIdentity::find)
                        .flatMap(Optional::stream)
                        .toList(),
                mark -> mark.startsWith(marks));
    }

    /** @param running the processes that were added and not removed; none if the computer was restarted since then */
    private record Content(Optional<ProcessIdentity> owner, List<ProcessIdentity> running) {}

    private Content content() throws IOException {
        Optional<ProcessIdentity> owner = Optional.empty();
        Map<Long, ProcessIdentity> running = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            try {
                if (line.startsWith("+")) {
                    ProcessIdentity process = ProcessIdentity.parse(line.substring(1));
                    running.put(process.pid(), process);
                } else if (line.startsWith("-")) {
                    running.remove(Long.parseLong(line.substring(1)));
                } else if (line.startsWith("owner ")) {
                    owner = Optional.of(ProcessIdentity.parse(line.substring("owner ".length())));
                } else if (!line.equals("boot " + ProcFiles.bootId().orElse(NO_BOOT_ID))) {
                    return new Content(Optional.empty(), List.of());
                }
            } catch (IllegalArgumentException ignored) {
                // The last line of a program that was killed while it wrote, or of a full disk.
            }
        }
        return new Content(owner, List.copyOf(running.values()));
    }
}
