package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built program, started as a user starts it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StartScriptIT {
    private static final Path BUILT = Path.of(System.getProperty("faasnetlab.home", "target/dist"));

    @TempDir
    private Path folder;

    @Test
    void versionIsPrinted() throws Exception {
        Outcome outcome = start(BUILT.resolve("bin/faasnetlab"), "--version");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.text()).matches("faasnetlab \\d+\\.\\d+\\.\\d+\\S*, Java .*\\n");
    }

    @Test
    void copyWorksInFolderWithSpacesAndThroughSymlink() throws Exception {
        Path copy = folder.resolve("a lab");
        copy(BUILT, copy);
        Path link = Files.createSymbolicLink(folder.resolve("lab"), Path.of("a lab", "bin", "faasnetlab"));

        assertThat(start(link, "presets"))
                .satisfies(outcome -> assertThat(outcome.text()).contains("iperf3-single"))
                .extracting(Outcome::code)
                .isEqualTo(0);
    }

    @Test
    void invalidInputIsReportedInOneLine() throws Exception {
        Outcome outcome = start(BUILT.resolve("bin/faasnetlab"), "run", "--preset", "none");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.text()).startsWith("Unknown preset \"none\".").hasLineCount(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void missingDisplaySuggestsCommandLine() throws Exception {
        Outcome outcome = start(BUILT.resolve("bin/faasnetlab"));

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.text())
                .contains("no display", "faasnetlab run --preset iperf3-single")
                .hasLineCount(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void unusableDisplaySuggestsCommandLine() throws Exception {
        ProcessBuilder builder = builder(BUILT.resolve("bin/faasnetlab"));
        builder.environment().put("DISPLAY", ":4242");

        Outcome outcome = outcome(builder);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.text())
                .contains("the display cannot be used", "faasnetlab run --preset iperf3-single")
                .hasLineCount(1);
    }

    @Test
    void uncreatableFolderIsReported() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Outcome outcome = start(
                BUILT.resolve("bin/faasnetlab"),
                "runs",
                "--data",
                file.resolve("x").toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .startsWith("Cannot create or write to folder " + file.resolve("x"))
                .hasLineCount(1);
    }

    @Test
    void oldJavaIsRejectedInOneSentence() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("old/bin"));
        Path java =
                Files.writeString(bin.resolve("java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = builder(BUILT.resolve("bin/faasnetlab"), "--version");
        builder.environment().put("JAVA_HOME", folder.resolve("old").toString());

        Outcome outcome = outcome(builder);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.text()).contains("Java 17 or newer").hasLineCount(1);
    }

    private Outcome start(Path script, String... arguments) throws Exception {
        return outcome(builder(script, arguments));
    }

    private ProcessBuilder builder(Path script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "FAASNETLAB_JAVA_OPTS", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FAASNETLAB_DATA", folder.resolve("data").toString());
        return builder;
    }

    private static Outcome outcome(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), text);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Copies the files of a build that {@code presets} needs. */
    private static void copy(Path from, Path to) throws IOException {
        for (String part : List.of("bin", "lib")) {
            Files.createDirectories(to.resolve(part));
            try (Stream<Path> files = Files.list(from.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(part).resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private record Outcome(int code, String text) {}
}
