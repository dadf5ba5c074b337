package org.faasnetlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start of the built program: until the window has content on a virtual screen, and commands that list something. With
 * and without the archive of classes, in alternating pairs. Linux with Xvfb only; the wall times need a quiet computer.
 */
final class StartTime implements Benchmark {
    private static final int PAIRS = 5;
    private static final String WITHOUT_ARCHIVE = "-Xshare:off";
    /** An empty screen has one colour, an empty window two. */
    private static final int COLOURS = 30;

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Pattern CPU = Pattern.compile("(\\d+)m([\\d.]+)s");
    /** Units of processor time in /proc, the same on all Linux systems of today. */
    private static final double TICKS = 100;

    /** @param wall seconds until the result */
    private record Start(double wall, double cpu) {}

    private interface Measurement {
        Start start(String options) throws Exception;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "Start of the window until it has content, and of two commands; medians of " + PAIRS
                + " alternating pairs with and without the archive of classes.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        Path script = bench.home().resolve("bin/faasnetlab");
        finish(new ProcessBuilder(script.toString(), "--create-start-archive"));
        Path folder = Files.createTempDirectory("faasnetlab-start");
        List<BenchmarkFigure> figures = new ArrayList<>();
        try (VirtualScreen screen = new VirtualScreen()) {
            compare(figures, "window", 1, 3, options -> window(script, folder, screen, options));
            compare(figures, "presets", 0.5, 3, options -> command(script, folder, "presets", options));
            compare(figures, "runs", 0.8, 3, options -> command(script, folder, "runs", options));
        } finally {
            BenchMain.delete(folder);
        }
        return figures;
    }

    private static void compare(
            List<BenchmarkFigure> figures, String what, double wall, double cpu, Measurement measurement)
            throws Exception {
        List<Start> with = new ArrayList<>();
        List<Start> without = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            with.add(measurement.start(""));
            without.add(measurement.start(WITHOUT_ARCHIVE));
        }
        figures.add(BenchmarkFigure.atMost(what + ", s", median(with, true), wall));
        figures.add(BenchmarkFigure.atMost(what + ", processor time, s", median(with, false), cpu));
        figures.add(BenchmarkFigure.forTheRecord(what + " without archive, s", median(without, true)));
        figures.add(BenchmarkFigure.forTheRecord(what + " without archive, processor time, s", median(without, false)));
    }

    private static double median(List<Start> starts, boolean wall) {
        return BenchmarkLab.median(
                starts.stream().map(start -> wall ? start.wall() : start.cpu()).toList());
    }

    private static Start window(Path script, Path folder, VirtualScreen screen, String options) throws Exception {
        Path pixels = screen.pixels();
        ProcessBuilder builder = screen.command(script.toString());
        environment(builder, folder, options);
        long begin = System.nanoTime();
        Process program = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (colours(pixels) < COLOURS) {
                if (System.nanoTime() - begin > LIMIT.toNanos() || !program.isAlive()) {
                    throw new IOException("the window does not open");
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            return new Start((System.nanoTime() - begin) / 1e9, cpu(program.pid()));
        } finally {
            program.destroy();
            program.waitFor();
            while (colours(pixels) >= COLOURS) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static void environment(ProcessBuilder builder, Path folder, String options) {
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("FAASNETLAB_DATA", folder.resolve("data").toString());
        environment.put("FAASNETLAB_JAVA_OPTS", options);
    }

    /** Of every 97th pixel of the file in which Xvfb keeps its screen. */
    private static int colours(Path pixels) throws IOException {
        if (!Files.exists(pixels)) {
            return 0;
        }
        byte[] screen = Files.readAllBytes(pixels);
        Set<Integer> colours = new HashSet<>();
        int header = screen.length - VirtualScreen.WIDTH * VirtualScreen.HEIGHT * 4;
        for (int at = header; at + 3 < screen.length; at += 4 * 97) {
            colours.add((screen[at] & 255) << 16 | (screen[at + 1] & 255) << 8 | screen[at + 2] & 255);
        }
        return colours.size();
    }

    private static double cpu(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static Start command(Path script, Path folder, String command, String options) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", "\"$0\" \"$1\" >/dev/null && times", script.toString(), command);
        environment(builder, folder, options);
        long begin = System.nanoTime();
        String times = finish(builder);
        double wall = (System.nanoTime() - begin) / 1e9;
        double cpu = 0;
        Matcher matcher = CPU.matcher(times.lines().skip(1).findFirst().orElseThrow());
        while (matcher.find()) {
            cpu += Integer.parseInt(matcher.group(1)) * 60 + Double.parseDouble(matcher.group(2));
        }
        return new Start(wall, cpu);
    }

    private static String finish(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return output;
    }
}
