package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.local.FakeFunctionService;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.process.TestProcesses;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.iperf3.Iperf3Settings;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.latency.LatencySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A testbed on this computer that measures against a real iperf3 server of the user. */
class ExternalServerIT {
    private static final Iperf3Workload UPLOAD = new Iperf3Workload(Direction.UPLOAD, 1, 1, 100, 0, null);

    private final TestProcesses processes = new TestProcesses();

    @TempDir
    private Path work;

    @AfterEach
    void endProcesses() throws InterruptedException {
        processes.close();
    }

    private LocalTestbed testbed(String server) {
        return new LocalTestbed(
                new LocalTestbedSettings("iperf3", null, 8, Duration.ofMinutes(1), work, ServerAddress.parse(server)),
                TestInstallation.built(),
                new FakeFunctionService(),
                processes,
                BusyMeter.NONE);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1, 127.0.0.1", "localhost, 127.0.0.1, 127.0.0.1", "[::1], ::1, 0:0:0:0:0:0:0:1"})
    void functionsGetTheAddressOfAServerThatAnswers(String host, String bound, String address) throws Exception {
        int port = RealIperf3Server.freePort();
        try (RealIperf3Server server = RealIperf3Server.start(bound, port);
                LocalTestbed testbed = testbed(host + ":" + port)) {
            // The server is ready again after a check, as for the trials that follow.
            testbed.require(UPLOAD);
            testbed.require(UPLOAD);
            assertThat(testbed.name()).isEqualTo("This computer against " + host + ":" + server.port());
            assertThat(testbed.environment()).containsEntry(Testbed.EXTERNAL_SERVER, host + ":" + port);
            assertThat(testbed.limits().maxFunctions()).isEqualTo(1);
            assertThat(testbed.limits().remedy().toString()).contains("--server HOST:FIRST-LAST");
            try (PreparedTrial trial = testbed.prepare(new Cell(1769, 1, UPLOAD, NetworkSettings.REAL))) {
                Iperf3Task task = (Iperf3Task) trial.task(0);
                assertThat(task.host()).isEqualTo(address);
                assertThat(task.port()).isEqualTo(port);
                assertThat(task.windowBytes()).isNull();
            }
        }
        assertThat(processes.alive()).isZero();
    }

    @Test
    void aBusyServerIsReportedBeforeARun() throws Exception {
        int port = RealIperf3Server.freePort();
        try (RealIperf3Server server = RealIperf3Server.start(port);
                LocalTestbed testbed = testbed("127.0.0.1:" + server.port())) {
            Process other = processes.start(new ProcessBuilder(
                            "iperf3",
                            "-c",
                            "127.0.0.1",
                            "-p",
                            String.valueOf(port),
                            "-t",
                            "30",
                            "-b",
                            "1M",
                            "--forceflush")
                    .redirectErrorStream(true));
            other.inputReader().readLine();
            other.inputReader().readLine();
            assertThatThrownBy(() -> testbed.require(UPLOAD)).hasMessageContaining("is busy with another test");
            processes.kill(List.of(other));
        }
    }

    @Test
    void whatTheServerDoesNotHaveIsRefused() throws Exception {
        try (LocalTestbed testbed = testbed("127.0.0.1:5201-5204")) {
            NetworkSettings link = new NetworkSettings(LinkProfile.parse("200Mbit"), 1, Bandwidth.ofMegabits(1000));
            assertThat(testbed.limits().maxFunctions()).isEqualTo(4);
            assertThatThrownBy(() -> testbed.prepare(new Cell(1769, 1, UPLOAD, link)))
                    .hasMessage("The way to the server 127.0.0.1:5201-5204 cannot be simulated.");
            Iperf3Workload probed = (Iperf3Workload) new Iperf3Settings(1, List.of(1), 0, null, 20, false)
                    .workloads(Direction.UPLOAD, 1, 100)
                    .get(0);
            try (PreparedTrial trial = testbed.prepare(new Cell(1769, 1, probed, NetworkSettings.REAL))) {
                assertThat(trial.task(0)).isInstanceOf(Iperf3Task.class);
                assertThat(trial.probe(0)).isEmpty();
            }
            assertThatThrownBy(() -> testbed.require(LatencySettings.USUAL
                            .workloads(Direction.DOWNLOAD, 1, 100)
                            .get(0)))
                    .hasMessageContaining("127.0.0.1:5201-5204 answers no latency probes");
        }
    }
}
