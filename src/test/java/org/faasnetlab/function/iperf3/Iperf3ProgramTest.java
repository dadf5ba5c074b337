package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Iperf3ProgramTest {
    private static final Iperf3Task TEST =
            new Iperf3Task("10.0.0.1", 5201, Direction.DOWNLOAD, 10, 4, 100, 2, "cubic", 65_536, null, null);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "iperf 3.12 (cJSON 1.7.15), 3, 12, 3.12",
        "iperf 3.17.1+ (cJSON 1.7.15), 3, 17, 3.17.1+",
        "iperf 3.9, 3, 9, 3.9"
    })
    void theVersionIsParsed(String line, int major, int minor, String text) {
        assertThat(Iperf3ClientVersion.parse(line)).isEqualTo(new Iperf3ClientVersion(major, minor, text));
    }

    @Test
    void theArgumentsMatchTheOutputFormat() {
        assertThat(Iperf3Arguments.of(TEST, new TextOutputFormat(4, 100)))
                .containsExactly(
                        "-c 10.0.0.1 -p 5201 -t 10 -P 4 -i 0.100 -R -O 2 -C cubic -w 65536 --connect-timeout 3000 --forceflush -f k -V --get-server-output"
                                .split(" "));
        assertThat(Iperf3Arguments.of(TEST, new JsonStreamFormat())).endsWith("--json-stream");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theOutputFormatDependsOnTheVersion() throws Exception {
        assertThat(program("echo 'iperf 3.16 (cJSON 1.7.15)'").require().format(TEST))
                .isInstanceOf(TextOutputFormat.class);
        assertThat(program("echo 'iperf 3.17 (cJSON 1.7.15)'").require().format(TEST))
                .isInstanceOf(JsonStreamFormat.class);
    }

    /** Debian 11 and, by its age, Amazon Linux 2023 have such a version. */
    @ParameterizedTest
    @CsvSource({"3.9, -c 10.0.0.1", "3.10, -c 10.0.0.1 --pidfile"})
    @DisabledOnOs(OS.WINDOWS)
    void clientsBeforeVersion310RefuseAPidFileAndStartAtT0(String version, String arguments) throws Exception {
        Path seen = folder.resolve("seen");
        Iperf3Program program = program(
                "case $1 in --version) echo 'iperf " + version + "' ;; *) echo $1 $2 $3 >'" + seen + "' ;; esac");

        try (StandbyProcess standby = program.require().startStandby(List.of("-c", "10.0.0.1"))) {
            assertThat(standby.command())
                    .contains(" -c 10.0.0.1")
                    .contains(arguments.substring("-c 10.0.0.1".length()));
            standby.release().waitFor();
        }

        assertThat(seen).hasContent(arguments);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anOutdatedOrForeignOrUnresponsiveProgramIsUnavailable() throws IOException {
        assertUnavailable(program("echo 'iperf 3.6'"), "3.7 or newer");
        assertUnavailable(program("echo hello"), "does not report its version");
        assertUnavailable(program("exit 0"), "does not report its version");
        assertUnavailable(program("exec sleep 60"), "did not respond within 500 ms");
        assertUnavailable(
                new Iperf3Program(folder.resolve("nothing").toString(), List.of(), new ChildProcesses()),
                "Cannot start iperf3");
    }

    private static void assertUnavailable(Iperf3Program program, String sentence) {
        assertThatThrownBy(program::require)
                .hasMessageContaining(sentence)
                .isInstanceOfSatisfying(
                        TaskException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.IPERF3_UNAVAILABLE));
    }

    private Iperf3Program program(String script) throws IOException {
        Path file = Files.createTempFile(folder, "iperf3", "");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        // Short, because one program never responds, but long enough for echo on a busy machine.
        return new Iperf3Program(
                file.toString(),
                List.of(),
                new ChildProcesses(),
                Duration.ofMillis(script.contains("sleep") ? 500 : 20_000));
    }
}
