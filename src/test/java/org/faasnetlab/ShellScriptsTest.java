package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shell script of the project; mvnw is Maven's own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ShellScriptsTest {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "mvnw");
    private static final Pattern REQUIRED = Pattern.compile("ExternalTools\\.require\\(\"([^\"]+)\"\\)");
    private static final List<String> FIRST_LINES = List.of("#!/bin/sh", "#!/bin/bash", "#!/usr/bin/env bash");

    @ParameterizedTest
    @MethodSource("scripts")
    void theShellCanReadIt(Path script) throws Exception {
        String shell = Files.readAllLines(script).get(0).endsWith("bash") ? "bash" : "sh";

        assertThat(complaints(shell, "-n", script.toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void shellcheckFindsNothing(Path script) throws Exception {
        assertThat(complaints(ExternalTools.require("shellcheck").toString(), script.toString()))
                .isEmpty();
    }

    /** Every way to start the program has the same limits of memory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/dist/bin/faasnetlab",
                "src/dist/bin/faasnetlab.cmd",
                "src/package/image.xml",
                "src/package/linux/build"
            })
    void memoryIsLimitedAlikeInAllStarts(String file) throws IOException {
        assertThat(Files.readString(Path.of(file))).contains("-Xmx2g", "-XX:+UseParallelGC", "-XX:MaxNewSize=192m");
    }

    @Test
    void theStartScriptInstallsEveryToolThatATestRequires() {
        List<String> required = files(Path.of("src", "test"))
                .filter(file -> file.toString().endsWith(".java"))
                .flatMap(file -> REQUIRED.matcher(text(file)).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(required)
                .contains("iperf3", "shellcheck", "systemd-analyze")
                .allSatisfy(tool ->
                        assertThat(text(Path.of("faasnetlab"))).containsPattern(" " + Pattern.quote(tool) + "[ ;]"));
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""))) {
            List<Path> scripts = top.filter(entry -> !NOT_OURS.contains(entry.toString()))
                    .flatMap(ShellScriptsTest::files)
                    .filter(ShellScriptsTest::isScript)
                    .sorted()
                    .toList();
            assertThat(scripts).contains(Path.of("faasnetlab"), Path.of("lambda-functions/bootstrap"));
            return scripts;
        }
    }

    private static Stream<Path> files(Path entry) {
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isScript(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return FIRST_LINES.contains(text.lines().findFirst().orElse(""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String complaints(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue() == 0 ? text : text + "exit code " + process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
