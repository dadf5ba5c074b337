package org.faasnetlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A screen of Xvfb, 1440 by 900 pixels, which it keeps in a file. */
final class VirtualScreen implements AutoCloseable {
    static final int WIDTH = 1440;
    static final int HEIGHT = 900;
    private static final String DISPLAY = ":97";

    private final Path folder;
    private final Process server;

    VirtualScreen() throws IOException {
        folder = Files.createTempDirectory("faasnetlab-screen");
        server = new ProcessBuilder(
                        "Xvfb",
                        DISPLAY,
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-fbdir",
                        folder.toString(),
                        "-ac")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The file with its pixels, four bytes each, behind a header; it may not exist yet. */
    Path pixels() {
        return folder.resolve("Xvfb_screen0");
    }

    /** A command whose windows open on this screen. */
    ProcessBuilder command(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", DISPLAY);
        return builder;
    }

    /**
     * Runs a class of this program in a process with windows on this screen, drawn by software, and reads the lines of name and
     * value that it prints.
     */
    Map<String, Double> measure(Class<?> main, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:+UseParallelGC",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Process window = command(command.toArray(String[]::new))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(window.getInputStream().readAllBytes());
        if (window.waitFor() != 0) {
            throw new IOException("the window failed: " + output);
        }
        Map<String, Double> measured = new LinkedHashMap<>();
        output.lines()
                .map(line -> line.split("="))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> measured.put(parts[0], Double.valueOf(parts[1])));
        return measured;
    }

    @Override
    public void close() throws Exception {
        server.destroy();
        server.waitFor();
        BenchMain.delete(folder);
    }
}
