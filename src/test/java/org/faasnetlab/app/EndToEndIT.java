package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.faasnetlab.testing.app.BuiltProgram;
import org.faasnetlab.testing.app.BuiltProgram.Outcome;
import org.faasnetlab.testing.app.BuiltProgram.Started;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The complete path without a window: real iperf3, real S3 server, real function processes, and files at the end. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EndToEndIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private BuiltProgram program;
    private final List<Started> underWay = new ArrayList<>();
    private final List<ProcessHandle> children = new ArrayList<>();

    @BeforeEach
    void takeTheBuiltProgram() throws IOException {
        program = new BuiltProgram(folder);
    }

    @AfterEach
    void endWhatIsLeft() {
        underWay.forEach(started -> started.process().destroyForcibly());
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @CsvSource({
        "iperf3-single,     seconds=2",
        "iperf3-concurrent, seconds=2",
        "s3-download,       objectMiB=16",
        "s3-upload,         objectMiB=16"
    })
    void aPresetDeliversAndItsFilesAgree(String preset, String length) throws Exception {
        Outcome run = program.run(
                "run",
                "--preset",
                preset,
                "--set",
                "functions=4",
                "--set",
                length,
                "--csv",
                file("out.csv"),
                "--png",
                file("out.png"),
                "--json",
                file("out.json"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("simulated network", "4/4");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("out.json").toFile());
        assertThat(json.get("network").asText()).isEqualTo("simulated");
        assertThat(json.get("simulated_network").asBoolean()).isTrue();
        assertThat(json.get("status").asText()).isEqualTo("completed");
        BufferedImage picture = ImageIO.read(folder.resolve("out.png").toFile());
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(2400, 1400);
        List<Long> received = column("out.functions.csv", "receiver_bytes");
        assertThat(received).hasSize(4);
        double delivered = sum(received);
        double inIntervals = sum(column("out.csv", "bytes"));
        // An object has its exact size; iperf3 rounds the bytes of its intervals.
        assertThat(inIntervals).isCloseTo(delivered, within(preset.startsWith("s3") ? 0.0 : delivered * 0.01));
        assertThat(Files.readString(folder.resolve("out.csv"))).contains(",simulated");
        // Functions on this computer have its clock, so that the true offset is 0.
        assertThat(json.get("trials").get(0).get("results"))
                .allSatisfy(function -> assertThat(
                                Math.abs(function.get("clock_offset_ms").asDouble()))
                        .isLessThanOrEqualTo(
                                function.get("clock_offset_bound_ms").asDouble())
                        .isLessThan(60_000));
        JsonNode command = json.get("environment").path("iperf3.client.1");
        assertThat(command.asText()).contains(preset.startsWith("iperf3") ? "iperf3 -c 127.0.0.1 -p " : "");
        assertThat(command.isMissingNode()).isEqualTo(preset.startsWith("s3"));
    }

    @Test
    void savedRunIsListedAndFoundByIdPrefix() throws Exception {
        Outcome run = program.run("run", "-p", "iperf3-single", "-s", "seconds=1", "--csv", file("out.csv"));
        assertThat(run.code()).as(run.err()).isZero();

        String id = texts("out.csv", "run").get(0);
        assertThat(program.run("runs").out()).contains(id, "completed", "iperf3-single");
        assertThat(program.run("show", id, "--details").out()).contains("Run " + id, "iperf3.version");
        String beginning = id.substring(0, id.length() - 2);
        assertThat(program.run("export", beginning, "--csv", file("again.csv")).code())
                .isZero();
        assertThat(folder.resolve("again.csv")).hasSameTextualContentAs(folder.resolve("out.csv"));
        assertThat(folder.resolve("data/logs/faasnetlab.log")).exists();
    }

    @Test
    void thePresetsAreListed() throws Exception {
        Outcome presets = program.run("presets");

        assertThat(presets.code()).isZero();
        assertThat(presets.out()).contains("iperf3-single", "iperf3-concurrent", "s3-download", "s3-upload");
    }

    @Test
    void killedRunLeavesNoProcessAndStoresMeasuredData() throws Exception {
        Started started = sending();
        // Long enough that more than the last second was measured.
        waitUntil(started, () -> secondsShown(started) >= 2);
        children.addAll(started.process().descendants().toList());
        assertThat(children).isNotEmpty();

        long lastShown = secondsShown(started);
        assertThat(started.process().destroyForcibly().waitFor(10, TimeUnit.SECONDS))
                .isTrue();

        awaitEndOfChildren();
        assertThat(program.run("runs").out()).contains("interrupted");
        assertThat(program.run("export", "20", "--csv", file("kept.csv")).code())
                .isZero();
        List<String> starts = texts("kept.csv", "start_s");
        double last = starts.stream().mapToDouble(Double::parseDouble).max().orElse(0);
        assertThat(last).isGreaterThan(lastShown - 1.0);
    }

    @Test
    void secondInstanceIsRejectedWithMessage() throws Exception {
        sending();

        Outcome second = program.run("run", "--preset", "iperf3-single");

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err())
                .startsWith("The run database is in use by another instance of FaaS Network Lab.")
                .hasLineCount(1);
    }

    @Test
    void ctrlCStopsTheRunAndRecordsItAsCancelled() throws Exception {
        Started started = sending();
        children.addAll(started.process().descendants().toList());
        long before = System.nanoTime();

        interrupt(started.process());
        Outcome stopped = started.outcome();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        assertThat(stopped.code()).isEqualTo(130);
        assertThat(stopped.out()).contains("4 functions failed: cancelled");
        awaitEndOfChildren();
        assertThat(program.run("runs").out()).contains("cancelled");
        assertThat(program.run("export", "20", "--csv", file("kept.csv")).code())
                .isZero();
        assertThat(texts("kept.functions.csv", "failure")).hasSize(4).containsOnly("cancelled");
    }

    /** Starts a run of four functions and waits until they send. */
    private Started sending() throws IOException, InterruptedException {
        Started started =
                program.start("run", "--preset", "iperf3-concurrent", "--set", "functions=4", "--set", "seconds=60");
        underWay.add(started);
        waitUntil(started, () -> text(started.err()).contains("4 of 4 sending"));
        return started;
    }

    /** The program has no terminal here, so the signal is sent directly. */
    private static void interrupt(Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    /** The time in the last line of progress; 0 if there is none. */
    private static long secondsShown(Started started) {
        return text(started.err())
                .lines()
                .filter(line -> line.matches("\\d+ s  .*"))
                .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                .max()
                .orElse(0);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Waits for output of the running program. */
    private static void waitUntil(Started running, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
            assertThat(running.process().waitFor(50, TimeUnit.MILLISECONDS))
                    .as("the program ended")
                    .isFalse();
        }
    }

    private void awaitEndOfChildren() throws Exception {
        CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static double sum(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    private List<Long> column(String file, String name) throws IOException {
        return texts(file, name).stream().map(Long::valueOf).toList();
    }

    /** Values of a column; no field of these files contains a comma here. */
    private List<String> texts(String file, String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        int column = Arrays.asList(lines.get(0).split(",")).indexOf(name);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
    }
}
