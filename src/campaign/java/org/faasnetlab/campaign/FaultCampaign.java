package org.faasnetlab.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faasnetlab.testing.fault.FaultCount;
import org.faasnetlab.testing.fault.FaultProgram;
import org.faasnetlab.testing.fault.FaultProgram.Running;
import org.faasnetlab.testing.fault.FaultRound;
import org.faasnetlab.testing.fault.FaultRound.Moment;

/** Faults of every kind that this computer allows; those that need root or a missing program are named as skipped. */
final class FaultCampaign {
    private static final String ANY = "iperf3-single";
    private static final String S3 = "s3-download";

    private static final String FOLDER_DELETED = "data folder deleted";
    private static final String LOG_DAMAGED = "bytes flipped in the write-ahead log after a kill";
    private static final String SMALL_FILES = "100 kB files";

    /** Faults after which what was stored, or what would be stored, is missing: see the known limits. */
    private static final Set<String> DESTROYING = Set.of(FOLDER_DELETED, LOG_DAMAGED, SMALL_FILES);

    /** Copies of a database that are damaged in one round. */
    private static final int DAMAGED_COPIES = 5;

    private final Path dist;
    private final Path work;
    private final Map<String, FaultCount> counts = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final long seed = System.currentTimeMillis();
    private int round;
    private String chosen = "";
    private long lastStart;

    FaultCampaign(Path dist, Path work) {
        this.dist = dist;
        this.work = work;
    }

    /**
     * @param rounds of each kind of fault
     * @param minutes after which no round starts
     */
    /** @param only a part of the names of the faults to try; empty for all */
    CampaignResult run(int rounds, long minutes, String only) throws Exception {
        chosen = only;
        lastStart = minutes == Long.MAX_VALUE ? minutes : System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        for (int i = 0; i < rounds; i++) {
            kills(i);
            storage();
            limits();
            processes();
            groups();
            damage();
            clock();
            network();
            secondInstance();
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "| fault | rounds | without intervals | intervals sent | stored | lost | destroyed by the fault | orphans | leftover files | "
                        + "false successes | problems |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        FaultCount total = FaultCount.NONE;
        for (Map.Entry<String, FaultCount> entry : counts.entrySet()) {
            lines.add(row(entry.getKey(), entry.getValue()));
            total = total.plus(entry.getValue());
        }
        lines.add(row("**all**", total));
        if (!skipped.isEmpty()) {
            lines.add("");
            lines.add("Not tried on this computer: "
                    + String.join("; ", skipped.stream().distinct().toList()) + ".");
        }
        return new CampaignResult(total.held(), lines);
    }

    private static String row(String name, FaultCount count) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %,d | %,d | %d | %,d | %d | %d | %d | %s |",
                name,
                count.rounds(),
                count.idle(),
                count.sent(),
                count.stored(),
                count.lost(),
                count.destroyed(),
                count.orphans(),
                count.leftoverFiles(),
                count.falseSuccesses(),
                count.problems().isEmpty()
                        ? "none"
                        : String.join("; ", count.problems()).replace('|', '/').replace('\n', ' '));
    }

    private void kills(int number) throws Exception {
        for (String signal : List.of("KILL", "TERM", "INT", "HUP")) {
            String preset = number % 2 == 0 ? ANY : S3;
            measure(
                    "program, signal " + signal + ", any moment",
                    preset,
                    List.of("env", "--default-signal=INT,HUP"),
                    Moment.ANY,
                    (program, running, random) -> kill(signal, running.process().pid()));
        }
        measure(
                "program, signal KILL, while functions transfer",
                ANY,
                List.of(),
                Moment.WHILE_MEASURING,
                (program, running, random) -> running.process().destroyForcibly());
        measure(
                "program, signal KILL, before the first function",
                ANY,
                List.of(),
                Moment.BEFORE_FUNCTIONS,
                (program, running, random) -> running.process().destroyForcibly());
        for (String signal : List.of("TERM", "INT")) {
            measure(
                    "program, signal " + signal + ", then KILL while it stops",
                    ANY,
                    List.of("env", "--default-signal=INT"),
                    Moment.WHILE_MEASURING,
                    (program, running, random) -> {
                        kill(signal, running.process().pid());
                        running.process().waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
                        running.process().destroyForcibly();
                    });
        }
        measure("program and guardian, any moment", ANY, List.of(), Moment.ANY, (program, running, random) -> {
            program.signal(running, "KILL", ".Guardian");
            running.process().destroyForcibly();
        });
        measure(
                "guardian",
                ANY,
                List.of(),
                Moment.WHILE_MEASURING,
                (program, running, random) -> program.signal(running, "KILL", ".Guardian"));
        measure(
                "a function",
                ANY,
                List.of(),
                Moment.WHILE_MEASURING,
                (program, running, random) -> program.signal(running, "KILL", "FunctionMain"));
        measure(
                "iperf3 servers",
                ANY,
                List.of(),
                Moment.WHILE_MEASURING,
                (program, running, random) -> program.signal(running, "KILL", "iperf3\0-s"));
        measure(
                "iperf3 clients, any moment",
                ANY,
                List.of(),
                Moment.ANY,
                (program, running, random) -> program.signal(running, "KILL", "iperf3\0-c"));
        measure(
                "S3 server, any moment",
                S3,
                List.of(),
                Moment.ANY,
                (program, running, random) -> program.signal(running, "KILL", "s3proxy"));
    }

    private void storage() throws Exception {
        measure(
                FOLDER_DELETED,
                ANY,
                List.of(),
                Moment.WHILE_MEASURING,
                (program, running, random) -> delete(program.data()));
        measure(
                "cache folder deleted",
                ANY,
                List.of(),
                Moment.ANY,
                (program, running, random) -> delete(program.data().resolve("cache")));
        measure(LOG_DAMAGED, ANY, List.of(), Moment.WHILE_MEASURING, (program, running, random) -> {
            running.process().destroyForcibly().waitFor();
            flip(program.data().resolve("runs.duckdb.wal"), random);
        });
        if (!isRoot()) {
            skipped.add("full and read-only disk (needs root)");
            return;
        }
        measure(
                "disk full",
                ANY,
                List.of(),
                Moment.WHILE_MEASURING,
                (program, running, random) -> fill(program.data()));
        measure(
                "disk read-only from the start",
                ANY,
                List.of("sh", "-c", "mount -o remount,ro \"$FAASNETLAB_DATA\"; exec \"$0\" \"$@\""),
                Moment.ANY,
                (program, running, random) -> {});
    }

    private void limits() throws Exception {
        measure(
                "256 open files",
                ANY,
                List.of("sh", "-c", "ulimit -n 256; exec \"$0\" \"$@\""),
                Moment.ANY,
                (program, running, random) -> {});
        measure(
                "8 GB of address space",
                ANY,
                List.of("sh", "-c", "ulimit -v 8000000; exec \"$0\" \"$@\""),
                Moment.ANY,
                (program, running, random) -> {});
        measure(
                SMALL_FILES,
                ANY,
                List.of("sh", "-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\""),
                Moment.ANY,
                (program, running, random) -> {});
    }

    /** The limit applies to all processes and threads of the user, but not to root. */
    private void processes() throws Exception {
        String name = "few processes and threads (ulimit -u)";
        if (isRoot()) {
            skipped.add(name + ", which does not apply to root");
            return;
        }
        measure(
                name,
                ANY,
                List.of("sh", "-c", "ulimit -u $(($(ps -L -u \"$(id -u)\" | wc -l) + 60)); exec \"$0\" \"$@\""),
                Moment.ANY,
                (program, running, random) -> {});
    }

    /** Control groups of version 1, because limits of a user do not apply to root. */
    private void groups() throws Exception {
        group("no further process or thread, any moment", "pids", Moment.ANY, folder -> {
            String now = Files.readString(folder.resolve("pids.current")).strip();
            Files.writeString(folder.resolve("pids.max"), now);
        });
        group("no further memory", "memory", Moment.WHILE_MEASURING, folder -> {
            long used = Long.parseLong(
                    Files.readString(folder.resolve("memory.usage_in_bytes")).strip());
            Files.writeString(folder.resolve("memory.limit_in_bytes"), String.valueOf(used + (2 << 20)));
        });
    }

    @FunctionalInterface
    private interface Limit {
        void set(Path group) throws IOException;
    }

    private void group(String name, String controller, Moment moment, Limit limit) throws Exception {
        Path folder = Path.of("/sys/fs/cgroup", controller, "faasnetlab-campaign");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            skipped.add(name + " (no control group " + folder + ")");
            return;
        }
        try {
            measure(
                    name,
                    ANY,
                    List.of("sh", "-c", "echo $$ >" + folder.resolve("cgroup.procs") + "; exec \"$0\" \"$@\""),
                    moment,
                    (program, running, random) -> {
                        limit.set(folder);
                        // What the limit has stopped must be able to end.
                        program.await(running);
                        Files.writeString(
                                folder.resolve(controller.equals("pids") ? "pids.max" : "memory.limit_in_bytes"),
                                controller.equals("pids") ? "max" : "-1");
                    });
        } finally {
            for (int i = 0; i < 50 && !folder.toFile().delete(); i++) {
                Thread.sleep(100); // the kernel removes ended processes a moment later
            }
        }
    }

    /** A database with flipped bytes is read or refused with a sentence; nothing that it holds ends the program. */
    private void damage() throws Exception {
        String name = "bytes flipped in the database, then read";
        if (isTooLate(name)) {
            return;
        }
        round++;
        Path folder = Files.createDirectories(work.resolve("round-" + round));
        FaultProgram program = new FaultProgram(dist, folder, work.resolve("cache"));
        Running measured = program.start(
                List.of(), "run", "--preset", "iperf3-single", "--set", "seconds=1", "--set", "link=unlimited");
        List<String> problems = new ArrayList<>();
        if (program.await(measured) != 0) {
            problems.add("run: " + measured.text().strip());
        }
        Path database = program.data().resolve("runs.duckdb");
        byte[] whole = Files.readAllBytes(database);
        SplittableRandom random = new SplittableRandom(seed + round);
        for (int i = 0; i < DAMAGED_COPIES; i++) {
            Files.write(database, whole);
            Files.deleteIfExists(program.data().resolve("runs.duckdb.wal"));
            flip(database, random);
            for (String command : List.of("runs", "show")) {
                Running reading = command.equals("runs")
                        ? program.start(List.of(), "runs")
                        : program.start(List.of(), "show", "2");
                int code = program.await(reading);
                String output = reading.text();
                if (code != 0 && code != 1 && code != 2 || output.contains("Unexpected error")) {
                    problems.add(command + " of copy " + i + " (seed " + (seed + round) + "): exit " + code + ", "
                            + output.lines().findFirst().orElse("no output"));
                }
            }
        }
        FaultCount count = FaultCount.failed(1, problems);
        System.out.println(row(name, count) + " round " + round);
        counts.merge(name, count, FaultCount::plus);
        if (count.held()) {
            delete(folder);
        }
    }

    private void clock() throws Exception {
        Path library = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
        if (!Files.exists(library)) {
            skipped.add("clock stepped (faketime is not installed)");
            return;
        }
        for (String step : List.of("-3600", "+3600")) {
            Path file = Files.createTempFile(work, "time", "");
            Files.writeString(file, "+0\n");
            measure(
                    "clock stepped by " + step + " s",
                    ANY,
                    List.of(
                            "env",
                            "LD_PRELOAD=" + library,
                            "FAKETIME_TIMESTAMP_FILE=" + file,
                            "FAKETIME_NO_CACHE=1",
                            "DONT_FAKE_MONOTONIC=1"),
                    Moment.WHILE_MEASURING,
                    (program, running, random) -> Files.writeString(file, step + "\n"));
        }
    }

    private void network() throws Exception {
        if (!isRoot()) {
            skipped.add("lost loopback traffic (needs root)");
            return;
        }
        List<String> namespace = List.of(
                "unshare", "--net", "sh", "-c", "ip link set lo up; \"$0\" \"$@\" & trap 'kill $!' TERM; wait $!");
        measure(
                "loopback drops packets",
                ANY,
                namespace,
                Moment.WHILE_MEASURING,
                (program, running, random) -> inNamespace(
                        running, "tc", "qdisc", "add", "dev", "lo", "root", "tbf", "rate", "20mbit", "burst", "70kb",
                        "limit", "70kb"));
        measure("loopback down for 1 s", ANY, namespace, Moment.WHILE_MEASURING, (program, running, random) -> {
            inNamespace(running, "ip", "link", "set", "lo", "down");
            Thread.sleep(1_000);
            inNamespace(running, "ip", "link", "set", "lo", "up");
        });
    }

    private void secondInstance() throws Exception {
        measure(
                "second command on the same data",
                ANY,
                List.of(),
                Moment.WHILE_MEASURING,
                (program, running, random) -> {
                    Running second = program.start(List.of(), "runs");
                    int code = program.await(second);
                    if (code != 1 || !second.text().contains("in use by another instance")) {
                        throw new IllegalStateException("second instance: exit " + code + ", " + second.text());
                    }
                });
        String display = System.getenv("DISPLAY");
        if (display == null || display.isEmpty()) {
            skipped.add("window on the same data (DISPLAY is not set)");
            return;
        }
        measure("window on the same data", ANY, List.of(), Moment.WHILE_MEASURING, (program, running, random) -> {
            Running window = program.start(List.of("env", "DISPLAY=" + display));
            running.process().waitFor();
            kill("TERM", window.process().pid());
            program.await(window);
        });
    }

    private void measure(String name, String preset, List<String> wrapper, Moment moment, FaultRound.Fault fault)
            throws Exception {
        if (isTooLate(name)) {
            return;
        }
        round++;
        Path folder = Files.createDirectories(work.resolve("round-" + round));
        Path data = Files.createDirectories(folder.resolve("data"));
        boolean mounted = name.startsWith("disk");
        if (mounted) {
            command("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", data.toString());
        }
        FaultCount count;
        try (FaultProgram program = new FaultProgram(dist, folder, work.resolve("cache"))) {
            count = new FaultRound(program, seed + round)
                    .run(preset, wrapper, moment, DESTROYING.contains(name), (same, running, random) -> {
                        fault.inject(same, running, random);
                        if (mounted) {
                            same.await(running);
                            command("mount", "-o", "remount,rw", data.toString());
                            Files.deleteIfExists(data.resolve("filling"));
                        }
                    });
        } catch (IllegalStateException | IOException e) {
            count = FaultCount.failed(1, List.of(String.valueOf(e.getMessage())));
        } finally {
            if (mounted) {
                command("umount", "-l", data.toString());
            }
        }
        System.out.println(row(name, count) + " round " + round);
        counts.merge(name, count, FaultCount::plus);
        if (count.held()) {
            delete(folder);
        }
    }

    private boolean isTooLate(String name) {
        if (!name.contains(chosen)) {
            skipped.add(name + " (not chosen)");
            return true;
        }
        if (System.nanoTime() <= lastStart) {
            return false;
        }
        if (!counts.containsKey(name)) {
            skipped.add(name + " (no time)");
        }
        return true;
    }

    private static void fill(Path folder) throws IOException {
        byte[] block = new byte[1 << 16];
        try (var out = Files.newOutputStream(folder.resolve("filling"), StandardOpenOption.CREATE)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // That was the purpose.
        }
    }

    private static void flip(Path file, SplittableRandom random) throws IOException {
        if (Files.exists(file) && Files.size(file) > 100) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < 20; i++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
        }
    }

    private static void inNamespace(Running running, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("nsenter", "-t", String.valueOf(running.process().pid()), "-n"));
        line.addAll(List.of(command));
        command(line.toArray(String[]::new));
    }

    private static void kill(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void command(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": exit " + code);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (java.io.UncheckedIOException | java.nio.file.DirectoryNotEmptyException busy) {
            // The program creates files at the same time.
        }
    }
}
