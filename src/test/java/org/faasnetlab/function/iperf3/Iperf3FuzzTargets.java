package org.faasnetlab.function.iperf3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Output of iperf3, line by line, and what a function makes of whole outputs. */
public final class Iperf3FuzzTargets {
    private Iperf3FuzzTargets() {}

    public static List<FuzzTarget> all() {
        List<String> text = Stream.of("text-upload.txt", "text-download-4-streams.txt", "text-upload-verbose.txt")
                .flatMap(Iperf3FuzzTargets::lines)
                .toList();
        List<String> json = Stream.of("json-upload.txt", "json-download-omit.txt")
                .flatMap(Iperf3FuzzTargets::lines)
                .toList();
        return List.of(
                FuzzTarget.ofText(
                        "iperf3 text, lines", text, Set.of(), line -> new TextOutputFormat(1, 100).read(line)),
                FuzzTarget.ofText("iperf3 JSON, lines", json, Set.of(), line -> new JsonStreamFormat().read(line)),
                FuzzTarget.ofText(
                        "iperf3 UDP uploads, lines",
                        List.of(
                                "[  5]   0.00-0.20   sec   484 KBytes  19825 Kbits/sec  342  ",
                                "[  5]   0.00-0.10   sec   618 KBytes  50.6 Mbits/sec  0.226 ms  252/689 (36.6%)  ",
                                "{\"event\":\"server_output_text\",\"data\":\"[  5]   0.00-0.10   sec  96.7 KBytes  7991"
                                        + " Kbits/sec  0.027 ms  1/100 (1%)  \"}"),
                        Set.of(),
                        line -> {
                            UdpUploadFormat format = new UdpUploadFormat(new UdpTextFormat(100), 1448);
                            format.read("Server output:");
                            format.read(line);
                            new UdpUploadFormat(new JsonStreamFormat(), 1448).read(line);
                        }),
                FuzzTarget.ofText(
                                "iperf3 text, whole output",
                                List.of(content("text-upload.txt"), content("text-server-killed.txt")),
                                Set.of(org.faasnetlab.function.task.TaskException.class),
                                output -> follow(output, new TextOutputFormat(1, 100)))
                        .withShare(0.1),
                FuzzTarget.ofText(
                                "iperf3 JSON, whole output",
                                List.of(content("json-upload.txt")),
                                Set.of(org.faasnetlab.function.task.TaskException.class),
                                output -> follow(output, new JsonStreamFormat()))
                        .withShare(0.1)
                        .covers(Iperf3Attempt.class),
                FuzzTarget.ofText(
                                "version of iperf3 in a function",
                                List.of("iperf 3.12 (cJSON 1.7.15)", "iperf 3.17.1+"),
                                Set.of(),
                                Iperf3ClientVersion::parse)
                        .covers(Iperf3Program.class),
                FuzzTarget.ofFile(
                                "packages of iperf3",
                                "iperf3.zip",
                                List.of(iperf3Package()),
                                Set.of(IOException.class),
                                Iperf3FuzzTargets::unpack)
                        .withShare(0.1)
                        .covers(Iperf3PackageUnpacker.class));
    }

    private static byte[] iperf3Package() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("iperf3", "lib/libssl.so.3", "lib/libiperf.so.0")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void unpack(Path file) throws IOException {
        Path folder = Files.createTempDirectory("unpacked");
        try (InputStream zip = Files.newInputStream(file)) {
            Iperf3PackageUnpacker.unpack(zip, folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(unpacked -> unpacked.toFile().delete());
            }
        }
    }

    private static void follow(String output, Iperf3OutputFormat format) throws Exception {
        TaskContext context = new TaskContext(sent -> {}, new StopSignal(), new TrialClock(new FakeTimeSource(0), 0));
        new Iperf3Attempt(format, context, "iperf3 -c server", StartLimit.NONE)
                .follow(new Iperf3Attempt.PrintedProcess(output.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<String> lines(String name) {
        return content(name).lines();
    }

    private static String content(String name) {
        try (InputStream in = Objects.requireNonNull(Iperf3FuzzTargets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
