package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void shareCache() throws Exception {
        TestInstallation.dataFolder(folder);
    }

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
        mkdir -p a:b/bin; cp "$B" a:b/bin; a:b/bin/faasnetlab runs | 3 | does not allow a colon in a path
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
        requireMounts();

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

    @Test
    void fewOpenFilesAreReportedBeforeManyFunctionsStart() throws Exception {
        List<String> output = run("ulimit -n 256; \"$B\" run -p iperf3-concurrent -s functions=30 -s seconds=1", 2);

        assertThat(String.join("\n", output))
                .contains("30 concurrent functions exceed the limit", "256 files open", "ulimit -n");
    }

    @Test
    void unexecutableCacheIsReportedInOneLine() throws Exception {
        requireMounts();

        List<String> output = run("""
                unshare -rm sh -c 'mkdir cache && mount -t tmpfs -o noexec tmpfs cache &&
                    FAASNETLAB_DATA=$PWD/cache exec "$B" runs'
                """, 1);

        assertThat(output).hasSize(1);
        assertThat(output.get(0))
                .startsWith("Cannot load the database library")
                .contains("must not be mounted noexec; XDG_CACHE_HOME sets another one");
    }

    /** A user without an entry in the list of users, as in containers. */
    @Test
    void userWithoutAHomeFolderMustNameADataFolder() throws Exception {
        ExternalTools.require("setpriv");
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root");

        List<String> output = run("""
                cd / && exec env -u HOME -u FAASNETLAB_DATA -u XDG_DATA_HOME -u XDG_CACHE_HOME -u XDG_CONFIG_HOME \\
                    setpriv --reuid 12345 --regid 12345 --clear-groups "$B" runs
                """, 1);

        assertThat(output).hasSize(1);
        assertThat(output.get(0)).contains("home folder of this user is unknown", "--data");
    }

    @Test
    void aProxyOfTheEnvironmentSeesNoRequestToThisComputer() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + proxy.getLocalPort();
            List<String> output = run(
                    "export HTTP_PROXY=" + address + " http_proxy=" + address + " ALL_PROXY=" + address
                            + "; \"$B\" run --preset s3-download --set objectMiB=5 --set link=unlimited",
                    0);

            assertThat(output).isNotEmpty();
            proxy.setSoTimeout(1);
            assertThatThrownBy(proxy::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void nothingIsLeftOfAnIperf3ThatIsAScript() throws Exception {
        Path iperf3 = ExternalTools.require("iperf3");
        Path wrapper = Files.createDirectory(folder.resolve("bin")).resolve("iperf3");
        Files.writeString(wrapper, "#!/bin/sh\n" + iperf3 + " \"$@\"\n");
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();

        run("PATH=$PWD/bin:$PATH \"$B\" run -p iperf3-concurrent -s functions=3 -s seconds=1 -s link=unlimited", 0);

        String path = "PATH=" + wrapper.getParent();
        for (int i = 0; i < 100 && processesWith(path) > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(processesWith(path)).isZero();
    }

    private static long processesWith(String variable) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        Path file = Path.of("/proc", Long.toString(process.pid()), "environ");
                        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(variable);
                    } catch (IOException endedOrOfAnotherUser) {
                        return false;
                    }
                })
                .count();
    }

    @Test
    void deletedDataFolderFailsTheRun() throws Exception {
        Files.delete(folder.resolve("data/cache")); // the cache is deleted, too
        List<String> output = run("""
                "$B" run -p iperf3-single -s seconds=4 & program=$!
                until ls "$FAASNETLAB_DATA"/local-testbed/testbed-*/iperf3/*.log >/dev/null 2>&1; do sleep 0.1; done
                rm -rf "$FAASNETLAB_DATA"
                wait $program
                """, 1);

        assertThat(String.join("\n", output)).doesNotContain("Unexpected error").contains("data");
    }

    private static void requireMounts() throws Exception {
        if (ExternalTools.run(ExternalTools.require("unshare"), "-rm", "mount", "-t", "tmpfs", "tmpfs", "/tmp")
                        .status()
                != 0) {
            ExternalTools.missing("Mounting in a user namespace (unshare -rm)");
        }
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
