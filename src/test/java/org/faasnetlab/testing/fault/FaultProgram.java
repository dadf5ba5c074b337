package org.faasnetlab.testing.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faasnetlab.testing.process.ExternalTools;
import org.jspecify.annotations.Nullable;

/** The built program with folders of its own, in which everything that it starts can be found. Linux only. */
public final class FaultProgram implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(180);

    private final Path script;
    private final Path folder;
    private final Path data;
    private @Nullable SentIntervals sent;
    private final Set<String> marks = new HashSet<>();
    private int started;

    /**
     * @param dist the built program
     * @param folder an existing folder for data, temporary files and output
     * @param cache the unpacked function, shared by all rounds
     */
    public FaultProgram(Path dist, Path folder, Path cache) throws IOException {
        this.script = dist.resolve("bin").resolve("faasnetlab").toAbsolutePath();
        this.folder = folder;
        this.data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(cache);
        // Native library, function and its class archive are the same in all rounds; the lists of processes are not.
        Path own = Files.createDirectories(data.resolve("cache"));
        for (String name : List.of("native", "class-data")) {
            Files.createSymbolicLink(own.resolve(name), Files.createDirectories(cache.resolve(name)));
        }
    }

    /** What the iperf3 clients print of the programs that are started from now on. */
    public SentIntervals countSent() throws IOException {
        SentIntervals counted = sent;
        if (counted == null) {
            counted = new SentIntervals(folder, ExternalTools.require("iperf3"));
            sent = counted;
        }
        return counted;
    }

    public Path data() {
        return data;
    }

    public Path folder() {
        return folder;
    }

    /** The program while it runs. */
    public record Running(Process process, Path out, Path err) {
        public String text() throws IOException {
            return Files.readString(out) + Files.readString(err);
        }

        public boolean isMeasuring() throws IOException {
            return Files.readString(err).contains("sending");
        }
    }

    /** @param wrapper a command that runs the program, for example with limits; empty for none */
    public Running start(List<String> wrapper, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(script.toString());
        command.addAll(List.of(arguments));
        started++;
        Path out = folder.resolve("out-" + started);
        Path err = folder.resolve("err-" + started);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        builder.environment()
                .put("FAASNETLAB_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + folder.resolve("tmp"));
        builder.environment().put("FAASNETLAB_DATA", data.toString());
        if (sent != null) {
            builder.environment().merge("PATH", sent.programs().toString(), (path, first) -> first + ":" + path);
        }
        return new Running(builder.start(), out, err);
    }

    /** Waits for the exit and returns the exit code, -1 if the program had to be killed. */
    public int await(Running running) throws InterruptedException {
        if (running.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            return running.process().exitValue();
        }
        descendants(running).forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly();
        return -1;
    }

    /** All processes that the program has started and that are alive. */
    public List<ProcessHandle> descendants(Running running) {
        noteMarks();
        Stream<ProcessHandle> children = running.process().toHandle().descendants();
        return Stream.concat(children, marked().stream()).distinct().toList();
    }

    /** The names of the program's lists of processes, with which its processes are marked. */
    private void noteMarks() {
        try (Stream<Path> lists = Files.list(data.resolve("cache").resolve("processes"))) {
            lists.map(list -> list.getFileName().toString().replace(".list", "."))
                    .forEach(marks::add);
        } catch (IOException | java.io.UncheckedIOException notYet) {
            // The program creates it at its start.
        }
    }

    private List<ProcessHandle> marked() {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    String environment = text(Path.of("/proc", Long.toString(process.pid()), "environ"));
                    return marks.stream().anyMatch(mark -> environment.contains("FAASNETLAB_PROCESS=" + mark));
                })
                .toList();
    }

    /** Waits 15 seconds for processes to end, and returns those that remain, which are then killed. */
    public int orphans(Running running) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        List<ProcessHandle> left = descendants(running);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(100);
            left = descendants(running);
        }
        left.forEach(process ->
                System.err.println("orphan: " + process.info().commandLine().orElse("?")));
        left.forEach(ProcessHandle::destroyForcibly);
        return left.size();
    }

    /** Sends a signal to the processes whose command line contains a text; all for an empty one. */
    public int signal(Running running, String signal, String part) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        descendants(running).stream()
                .filter(process -> text(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                        .contains(part))
                .forEach(process -> command.add(Long.toString(process.pid())));
        if (command.size() > 2) {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        return command.size() - 2;
    }

    /** Files of testbeds, temporary files of functions and of the program, and unfinished class archives that are left. */
    public List<Path> leftoverFiles() throws IOException {
        List<Path> left = new ArrayList<>();
        Path testbeds = data.resolve("local-testbed");
        addMatching(left, testbeds, "testbed-.*");
        addMatching(left, testbeds.resolve("tmp"), ".*");
        addMatching(left, folder.resolve("tmp"), "(?!hsperfdata).*");
        addMatching(left, data.resolve("cache").resolve("start"), ".*\\.jsa\\..*[0-9]");
        return left;
    }

    private static void addMatching(List<Path> left, Path place, String name) throws IOException {
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.list(place)) {
                files.filter(file -> file.getFileName().toString().matches(name))
                        .forEach(left::add);
            }
        }
    }

    @Override
    public void close() {
        if (sent != null) {
            sent.close();
        }
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrOfAnotherUser) {
            return "";
        }
    }
}
