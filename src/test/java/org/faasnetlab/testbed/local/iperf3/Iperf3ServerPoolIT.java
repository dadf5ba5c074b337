package org.faasnetlab.testbed.local.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.LabException;
import org.faasnetlab.testing.local.RealIperf3Client;
import org.faasnetlab.testing.process.TestProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Iperf3ServerPoolIT {
    private final TestProcesses processes = new TestProcesses();
    private LocalIperf3 program;

    @TempDir
    private Path directory;

    @BeforeEach
    void findProgram() throws Exception {
        program = LocalIperf3.find("iperf3", processes);
    }

    @AfterEach
    void endProcesses() throws InterruptedException {
        processes.close();
    }

    private Iperf3ServerPool servers(ServerPorts ports) {
        return new Iperf3ServerPool(program, ports, directory, processes);
    }

    /** Uses a download, because the server may not have counted any bytes at the end of a very short upload. */
    private void assertServes(InetSocketAddress server) throws Exception {
        assertThat(RealIperf3Client.result(RealIperf3Client.start(processes, server.getPort(), "-n", "1M", "-R"))
                        .bytes())
                .isPositive();
    }

    /** Retries while the server is busy, like a function. */
    private void assertServesSoon(InetSocketAddress server) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            try {
                assertServes(server);
                return;
            } catch (IOException busy) {
                assertThat(busy).hasMessageContaining("busy");
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }
    }

    @Test
    void everyFunctionHasItsOwnServer() throws Exception {
        try (Iperf3ServerPool servers = servers(ServerPorts.any())) {
            List<InetSocketAddress> listening = servers.listening(16);
            assertThat(listening).hasSize(16).doesNotHaveDuplicates();
            assertServes(listening.get(0));
            assertServes(listening.get(15));
        }
        for (Process process : processes.started()) {
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void serversAreReusedAndOnlyMissingOnesAreStarted() throws Exception {
        try (Iperf3ServerPool servers = servers(ServerPorts.any())) {
            List<InetSocketAddress> two = servers.listening(2);
            int started = processes.started().size();
            assertThat(servers.listening(2)).isEqualTo(two);
            assertThat(processes.started()).hasSize(started);
            assertThat(servers.listening(3)).startsWith(two.toArray(new InetSocketAddress[0]));
            assertThat(processes.started()).hasSize(started + 1);
        }
    }

    @Test
    void serversThatReportOtherwiseAreRestartedOnTheirPorts() throws Exception {
        try (Iperf3ServerPool servers = servers(ServerPorts.any())) {
            List<InetSocketAddress> silent = servers.listening(2);
            int started = processes.started().size();
            assertThat(servers.listening(2, 100)).isEqualTo(silent);
            assertThat(processes.started()).hasSize(started + 2);
            assertThat(servers.listening(2, 100)).isEqualTo(silent);
            assertThat(processes.started()).hasSize(started + 2);
            assertServes(silent.get(1));
        }
    }

    @Test
    void aTerminatedServerIsRestartedOnItsPort() throws Exception {
        try (Iperf3ServerPool servers = servers(ServerPorts.any())) {
            List<InetSocketAddress> before = servers.listening(2);
            Process killed = processes.started().get(processes.started().size() - 1);
            killed.destroyForcibly();
            assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(servers.listening(2)).isEqualTo(before);
            assertServes(before.get(1));
        }
    }

    @Test
    void aServerWhoseClientCrashedServesTheNext() throws Exception {
        try (Iperf3ServerPool servers = servers(ServerPorts.any())) {
            InetSocketAddress server = servers.listening(1).get(0);
            Process client = processes.start(new ProcessBuilder(
                    "iperf3",
                    "-c",
                    "127.0.0.1",
                    "-p",
                    String.valueOf(server.getPort()),
                    "-t",
                    "30",
                    "-R",
                    "-i",
                    "0.1",
                    "--forceflush"));
            // Its first interval shows that the transfer is in progress.
            String said = "";
            while (!said.contains("0.10")) {
                int next = client.getInputStream().read();
                assertThat(next).as(said).isNotNegative();
                said += (char) next;
            }
            client.destroyForcibly();
            assertThat(client.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(servers.listening(1)).containsExactly(server);
            assertServesSoon(server);
        }
    }

    @Test
    void serversUseOnlyTheConfiguredRange() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (Iperf3ServerPool servers = servers(ServerPorts.within(new PortRange(free, free)))) {
            assertThat(servers.listening(1))
                    .singleElement()
                    .extracting(InetSocketAddress::getPort)
                    .isEqualTo(free);
            assertThatThrownBy(() -> servers.listening(2))
                    .isInstanceOf(LabException.class)
                    .hasMessage("Not enough free ports in " + free + "-" + free
                            + " for the iperf3 servers: 2 required, 1 free.");
        }
    }

    @Test
    void anOccupiedRangeIsReportedWithItsPorts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Iperf3ServerPool servers =
                        servers(ServerPorts.within(new PortRange(taken.getLocalPort(), taken.getLocalPort())))) {
            assertThatThrownBy(() -> servers.listening(1)).isInstanceOfSatisfying(LabException.class, failure -> {
                assertThat(failure.getMessage()).contains(String.valueOf(taken.getLocalPort()));
                assertThat(failure.nextStep()).contains("port range");
            });
        }
        assertThat(processes.alive()).isZero();
    }
}
