package org.faasnetlab.testbed.local.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.testing.process.TestProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uses shell scripts instead of iperf3. */
@DisabledOnOs(OS.WINDOWS)
class LocalIperf3Test {
    private final TestProcesses processes = new TestProcesses();

    @TempDir
    private Path folder;

    @AfterEach
    void endProcesses() throws InterruptedException {
        processes.close();
    }

    private Path script(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private ExecutableFinder path() {
        return new ExecutableFinder(List.of(Path.of("/nowhere"), folder), List.of(""));
    }

    @Test
    void aNameIsFoundOnThePath() throws Exception {
        Path file = script("iperf3", "echo 'iperf 3.12 (cJSON 1.7.15)'; echo 'Linux vm'");
        LocalIperf3 found = LocalIperf3.find("iperf3", processes, path());
        assertThat(found).isEqualTo(new LocalIperf3(file, new Iperf3Version(3, 12, 0)));
        assertThat(found.version()).hasToString("3.12");
    }

    @Test
    void aPathIsUsedUnchanged() throws Exception {
        Path file = script("my-iperf", "echo 'iperf 3.17.1'");
        assertThat(LocalIperf3.find(file.toString(), processes, new ExecutableFinder(List.of(), List.of("")))
                        .version())
                .hasToString("3.17.1");
    }

    @Test
    void theExtensionOfAProgramMayBeOmitted() throws Exception {
        Path file = script("iperf3.exe", "exit 0");
        ExecutableFinder windows = new ExecutableFinder(List.of(folder), List.of("", ".exe"));
        assertThat(windows.find("iperf3")).contains(file);
    }

    @Test
    void forAMissingProgramTheNextStepNamesThePackageManager() throws Exception {
        script("dnf", "exit 0");
        assertThatThrownBy(() -> LocalIperf3.find("iperf3", processes, path()))
                .isInstanceOfSatisfying(LabException.class, missing -> {
                    assertThat(missing.kind()).isEqualTo(LabException.Kind.UNAVAILABLE);
                    assertThat(missing).hasMessage("iperf3 executable \"iperf3\" not found.");
                    assertThat(missing.nextStep())
                            .contains("sudo dnf install iperf3")
                            .contains("3.7");
                });
    }

    @Test
    void withoutAPackageManagerTheNextStepRequestsThePath() {
        assertThatThrownBy(() -> LocalIperf3.find("iperf3", processes, path()))
                .isInstanceOfSatisfying(
                        LabException.class,
                        missing -> assertThat(missing.nextStep())
                                .isEqualTo(
                                        "Install iperf3 3.7 or newer, or specify its path in the testbed settings or with --iperf3."));
    }

    @Test
    void anotherProgramIsNotMistakenForIperf3() throws Exception {
        script("iperf3", "echo 'iperf version 2.1.9'");
        assertThatThrownBy(() -> LocalIperf3.find("iperf3", processes, path()))
                .isInstanceOf(LabException.class)
                .hasMessage("iperf3 executable \"iperf3\" not found.");
    }

    @ParameterizedTest
    @CsvSource({"3.1.3, true", "3.6, true", "3.7, false", "3.10, false", "4.0, false"})
    void anOutdatedProgramIsRejected(String version, boolean tooOld) throws Exception {
        script("iperf3", "echo 'iperf " + version + " (x)'");
        if (tooOld) {
            assertThatThrownBy(() -> LocalIperf3.find("iperf3", processes, path()))
                    .isInstanceOfSatisfying(
                            LabException.class, old -> assertThat(old.kind()).isEqualTo(LabException.Kind.UNAVAILABLE))
                    .hasMessage("iperf3 " + version + " is too old; 3.7 or newer is required.");
        } else {
            assertThat(LocalIperf3.find("iperf3", processes, path()).version()).hasToString(version);
        }
    }
}
