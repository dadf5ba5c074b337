package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.faasnetlab.testing.app.BuiltProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void theSecondCommandCreatesAnArchiveOfClassesForLaterOnes() throws Exception {
        Path script = copyWithFewArchivedClasses();

        Outcome first = start(script, "presets");
        assertThat(archives()).isEmpty();
        start(script, "presets");
        assertThat(archives()).hasSize(1);
        Outcome third = start(script, "presets");

        assertThat(third).isEqualTo(first);
        assertThat(sourceOfLauncher(script)).contains("shared objects file");
    }

    @Test
    void anArchiveThatCannotBeUsedIsIgnoredSilently() throws Exception {
        Path script = copyWithFewArchivedClasses();
        Outcome expected = start(script, "presets");
        start(script, "presets");
        Path archive = archives().get(0);

        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(sourceOfLauncher(script))
                .as("other users can change it")
                .contains("faasnetlab.jar")
                .doesNotContain("shared objects file");

        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        assertThat(start(script, "presets")).as("truncated").isEqualTo(expected);
        Files.write(archive, new byte[10_000]);
        assertThat(start(script, "presets")).as("overwritten").isEqualTo(expected);

        Path library = script.resolveSibling("../lib/faasnetlab.jar").toRealPath();
        Files.setLastModifiedTime(library, FileTime.fromMillis(0));
        assertThat(start(script, "presets")).as("libraries of another build").isEqualTo(expected);
        Files.delete(archive);
        Files.createFile(archive); // as if Java could not create it
        assertThat(start(script, "presets")).as("empty").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"HUP, 129", "TERM, 143"})
    void aStartThatIsStoppedWhileItCreatesTheArchiveLeavesNothing(String signal, int code) throws Exception {
        Path script = copyWithFewArchivedClasses();
        Outcome expected = outcome(builder(script, "presets", slowJava()));

        ProcessBuilder builder = builder(script, "presets", slowJava());
        builder.command().addAll(0, BuiltProgram.WITH_DEFAULT_SIGNALS);
        Process stopped = builder.start();
        long java = processThatCreatesTheArchive();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(stopped.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(stopped.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(stopped.exitValue()).isEqualTo(code);
        awaitEnd(java);
        assertThat(filesOfStarts()).noneMatch(name -> name.matches(".*\\.[0-9]+"));
        assertThat(outcome(builder(script, "presets", slowJava())))
                .as("not tried again on the same day")
                .isEqualTo(expected);
        assertThat(folder.resolve("creations")).content().hasLineCount(1);
    }

    /** The program starts without it then. The fake sleep ends the wait immediately. */
    @Test
    void theArchiveIsGivenUpWhenItTakesTooLong() throws Exception {
        Path script = copyWithFewArchivedClasses();
        Outcome expected = outcome(builder(script, "presets", slowJava()));
        ProcessBuilder builder = builder(script, "presets", slowJava());
        executable(folder.resolve("bin/sleep"), "while [ ! -s '" + folder.resolve("creations") + "' ]; do :; done\n");
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);

        assertThat(outcome(builder)).isEqualTo(expected);
        awaitEnd(processThatCreatesTheArchive());
        assertThat(filesOfStarts()).noneMatch(name -> name.matches(".*\\.[0-9]+"));
    }

    @Test
    void partsOfKilledStartsAreDeletedByTheNextOne() throws Exception {
        Path script = copyWithFewArchivedClasses();
        start(script, "presets");
        Path start = folder.resolve("data/cache/start");
        long ended = endedProcess();
        Files.createFile(start.resolve("classes-1.jsa." + ended));
        Files.createFile(start.resolve("classes-1.jsa.lst." + ended));
        long alive = ProcessHandle.current().pid();
        Path used = Files.createFile(start.resolve("classes-1.jsa." + alive));

        start(script, "presets");

        assertThat(filesOfStarts())
                .contains(used.getFileName().toString())
                .noneMatch(name -> name.endsWith("." + ended));
    }

    private static long endedProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    /** Starts this Java, but never finishes an archive. */
    private Path slowJava() throws IOException {
        Path home = Files.createDirectories(folder.resolve("slow"));
        executable(Files.createDirectories(home.resolve("bin")).resolve("java"), """
                case "$*" in
                    *-Xshare:dump*)
                        echo $$ >>'%s'
                        for option; do case $option in -XX:SharedArchiveFile=*) echo part >"${option#*=}" ;; esac; done
                        exec tail -f /dev/null
                        ;;
                esac
                exec '%s/bin/java' "$@"
                """.formatted(
                        folder.resolve("creations"), System.getProperty("java.home")));
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private long processThatCreatesTheArchive() throws Exception {
        Path creations = folder.resolve("creations");
        for (int i = 0; i < 600 && !(Files.exists(creations) && Files.size(creations) > 1); i++) {
            Thread.sleep(100);
        }
        return Long.parseLong(Files.readString(creations).lines().findFirst().orElseThrow());
    }

    private static void awaitEnd(long pid) throws Exception {
        for (int i = 0; i < 300 && ProcessHandle.of(pid).isPresent(); i++) {
            Thread.sleep(100);
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    private List<String> filesOfStarts() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/cache/start"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The complete archive takes seconds. */
    private Path copyWithFewArchivedClasses() throws IOException {
        Path copy = folder.resolve("copy");
        copy(BUILT, copy);
        try (Writer list = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(copy.resolve("lib/classes.lst.gz"))),
                StandardCharsets.UTF_8)) {
            list.write("java/lang/Object id: 0\norg/faasnetlab/app/Launcher\n");
        }
        return copy.resolve("bin/faasnetlab");
    }

    private List<Path> archives() throws IOException {
        Path start = folder.resolve("data/cache/start");
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(start)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    /** The line of Java's log of loaded classes. */
    private String sourceOfLauncher(Path script) throws Exception {
        Path log = folder.resolve("classes.log");
        ProcessBuilder builder = builder(script, "presets");
        builder.environment().put("FAASNETLAB_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        assertThat(outcome(builder).code()).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" org.faasnetlab.app.Launcher "))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Outcome start(Path script, String... arguments) throws Exception {
        return outcome(builder(script, arguments));
    }

    private ProcessBuilder builder(Path script, String argument, Path javaHome) {
        ProcessBuilder builder = builder(script, argument);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        return builder;
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
