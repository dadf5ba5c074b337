package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built program where the system lacks something: each time one sentence that names it, and an exit code. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class EnvironmentIT {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "$B" presets > /dev/full                   | 1 | Cannot write to the standard output: No space left on device.
        "$B" plan schema > /dev/full               | 1 | Cannot write to the standard output: No space left on device.
        "$B" runs --help > /dev/full               | 1 | Cannot write to the standard output: No space left on device.
        ulimit -n 64; "$B" runs                    | 3 | requires at least 192 open files, but the limit is 64
        ulimit -v 1500000; "$B" runs               | 3 | does not start: .*raise the limit
        DISPLAY=:4242 "$B"                         | 3 | Cannot open the window: the display cannot be used
        FAASNETLAB_DATA="$PWD/sqlite" "$B" runs    | 1 | sqlite/runs.duckdb is damaged or is not a run database
        FAASNETLAB_DATA="$PWD/who?" "$B" runs      | 1 | does not support a question mark
        "$B" run --preset iperf3-single --ports 0  | 2 | expected a port range such as 5201-5300
        """)
    void oneSentenceSaysWhatIsMissing(String command, int code, String sentence) throws Exception {
        Path sqlite = Files.createDirectory(folder.resolve("sqlite"));
        Files.writeString(sqlite.resolve("runs.duckdb"), "SQLite format 3\0" + "x".repeat(4096));

        List<String> output = run(command, code);

        assertThat(output).hasSize(1);
        assertThat(output.get(0)).containsPattern(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"$B\" plan schema | head -n 1",
                "FAASNETLAB_DATA=\"$PWD/a;b 100%\" \"$B\" runs && [ -s 'a;b 100%/runs.duckdb' ]"
            })
    void itWorks(String command) throws Exception {
        assertThat(run("set -o pipefail; " + command, 0)).hasSize(1);
        try (Stream<Path> files = Files.walk(folder.resolve("."))) {
            assertThat(files.filter(file -> file.toString().contains("?"))).isEmpty();
        }
    }

    /** NFS without its lock service, SMB and some FUSE mounts. */
    @Test
    void fileSystemWithoutLocksIsNamedSo() throws Exception {
        ExternalTools.require("python3");
        Path filter = Path.of("src", "test", "python", "without_locks.py").toAbsolutePath();

        List<String> output = run("python3 '" + filter + "' \"$B\" runs", 1);

        assertThat(output).hasSize(1);
        assertThat(output.get(0)).contains("runs.duckdb does not support locks.", "Specify a data folder on another");
    }

    /** As in slim containers. The files are named before the measurement, which would be lost otherwise. */
    @Test
    void missingFontsAreReportedBeforeAnythingIsMeasured() throws Exception {
        if (ExternalTools.run(ExternalTools.require("unshare"), "-rm", "mount", "-t", "tmpfs", "tmpfs", "/tmp")
                        .status()
                != 0) {
            ExternalTools.missing("Mounting in a user namespace (unshare -rm)");
        }

        List<String> output = run("""
                unshare -rm sh -c '
                    for folder in /usr/share/fonts /usr/local/share/fonts /usr/share/ghostscript /var/cache/fontconfig; do
                        [ ! -d "$folder" ] || mount -t tmpfs tmpfs "$folder"
                    done
                    exec "$B" run --preset iperf3-single --png a.png --report a.html'
                """, 3);

        assertThat(output).hasSize(1);
        assertThat(output.get(0))
                .startsWith("Charts cannot be drawn, because this computer has no fonts. Install fonts");
        assertThat(folder.resolve("data").resolve("runs.duckdb")).doesNotExist();
    }

    private List<String> run(String command, int code) throws Exception {
        Path program = Path.of(System.getProperty("faasnetlab.home", "target/dist"), "bin", "faasnetlab");
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("B", program.toAbsolutePath().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FAASNETLAB_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        builder.environment()
                .putIfAbsent("FAASNETLAB_DATA", folder.resolve("data").toString());
        Process shell = builder.start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(Files.readString(output)).isEqualTo(code);
        return Files.readAllLines(output);
    }
}
