package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testing.local.LightTraffic;
import org.faasnetlab.testing.local.RealIperf3Client;
import org.faasnetlab.testing.process.TestProcesses;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the relays with iperf3. Tolerances allow for a busy computer, but not for a wrong factor. */
@Tag("alone")
class RelayLinkFactoryIT {
    private final TestProcesses processes = new TestProcesses();

    @AfterEach
    void endProcesses() throws InterruptedException {
        processes.close();
    }

    private List<InetSocketAddress> servers(int count) throws IOException, InterruptedException {
        List<InetSocketAddress> servers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Process server = processes.start(
                    new ProcessBuilder("iperf3", "-s", "-B", "127.0.0.1", "-p", String.valueOf(port), "--forceflush"));
            InputStream out = server.getInputStream();
            StringBuilder said = new StringBuilder();
            while (said.indexOf("listening on") < 0) {
                said.append((char) out.read());
            }
            servers.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        return servers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-R", "-P4", "-R -P4"})
    @LightTraffic
    void aFunctionGetsItsRate(String options) throws Exception {
        NetworkSettings network = new NetworkSettings(LinkProfile.parse("100Mbit"), 1, null);
        try (TrialLinks links = new RelayLinkFactory().open(network, servers(1))) {
            String[] all = ("-t 3 " + options).trim().split(" ");
            RealIperf3Client.Result result = RealIperf3Client.result(
                    RealIperf3Client.start(processes, links.address(0).getPort(), all));
            assertThat(result.megabits()).isCloseTo(100, withPercentage(10));
        }
    }

    /** Relies on an order of messages in iperf3: see decision 42. */
    @ParameterizedTest
    @ValueSource(strings = {"", "-R"})
    @ResourceLock(LightTraffic.CORES)
    void aTestThatConnectedBeforeT0BeginsAtT0(String options) throws Exception {
        NetworkSettings network = new NetworkSettings(LinkProfile.parse("100Mbit"), 1, null);
        try (TrialLinks links = new RelayLinkFactory().open(network, servers(1))) {
            assertThat(links.holdTests()).isTrue();
            String[] all = ("-t 2 -P 2 " + options).trim().split(" ");
            Process client = RealIperf3Client.start(processes, links.address(0).getPort(), all);
            Instant t0 = Instant.now().plusSeconds(2);
            links.startAt(t0);
            RealIperf3Client.Result result = RealIperf3Client.result(client);
            Duration untilTheEnd = Duration.between(t0, Instant.now());

            assertThat(untilTheEnd).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(result.megabits()).isCloseTo(100, withPercentage(10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-R"})
    @ResourceLock(LightTraffic.CORES)
    void aBurstIsFollowedByTheBaseline(String options) throws Exception {
        NetworkSettings network = new NetworkSettings(LinkProfile.LAMBDA, 1, null);
        try (TrialLinks links = new RelayLinkFactory().open(network, servers(1))) {
            String[] all = ("-t 4 " + options).trim().split(" ");
            RealIperf3Client.Result result = RealIperf3Client.result(
                    RealIperf3Client.start(processes, links.address(0).getPort(), all));
            double burstMegabytes = 300 * 1.048576;
            double megabytes = result.bytes() / 1e6;
            assertThat(megabytes).isCloseTo(burstMegabytes + 4 * 78.125, withPercentage(10));
        }
    }

    /** The bucket of the upload is refilled during the download. */
    @Test
    @ResourceLock(LightTraffic.CORES)
    void theBucketOfAPausedSandboxIsRefilledAtTheRate() throws Exception {
        NetworkSettings network = new NetworkSettings(LinkProfile.parse("40Mbit+12MiB@400Mbit"), 1, null);
        List<InetSocketAddress> servers = servers(1);
        try (LinkFactory links = new RelayLinkFactory()) {
            long full = upload(links, network, servers);
            long emptied = System.nanoTime();
            transfer(links, network, servers, "-t", "1", "-R");
            long refilled = upload(links, network, servers);
            double elapsed = (System.nanoTime() - emptied) / 1e9;

            assertThat(full / 1e6).isCloseTo(12 * 1.048576 + 2 * 5, withPercentage(10));
            // Whatever passes after the bucket was empty is what has come in since, however long processes take to
            // start.
            assertThat(refilled * 8 / elapsed / 1e6).isCloseTo(40, withPercentage(25));
        }
    }

    private long upload(LinkFactory links, NetworkSettings network, List<InetSocketAddress> servers) throws Exception {
        return transfer(links, network, servers, "-t", "2", "-w", "64K", "-l", "16K");
    }

    private long transfer(
            LinkFactory links, NetworkSettings network, List<InetSocketAddress> servers, String... options)
            throws Exception {
        try (TrialLinks trial = links.open(network, servers)) {
            trial.sandboxKnown(0, "sandbox");
            return RealIperf3Client.result(
                            RealIperf3Client.start(processes, trial.address(0).getPort(), options))
                    .bytes();
        }
    }

    /**
     * Uses rates that a busy computer can sustain, and blocks that are small compared to the share of eight streams.
     */
    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "4, true"})
    @ResourceLock(LightTraffic.CORES)
    void functionsOfOneHostGetEqualShares(int functions, boolean download) throws Exception {
        NetworkSettings network = new NetworkSettings(LinkProfile.parse("40Mbit"), 1, Bandwidth.ofMegabits(80));
        try (EndlessTransfers transfers = new EndlessTransfers(functions, download);
                TrialLinks links = new RelayLinkFactory().open(network, transfers.servers())) {
            for (int i = 0; i < functions; i++) {
                transfers.start(i, links.address(i), i == 0 ? 8 : 1);
            }
            double[] megabits = transfers.megabitsOfEach(2);
            // On a busy computer all are slower alike. ShaperTest holds the exact rates, without a clock.
            double sum = Arrays.stream(megabits).sum();
            assertThat(sum).isLessThan(1.05 * (functions == 1 ? 40 : 80));
            for (double each : megabits) {
                assertThat(each).isCloseTo(sum / functions, withPercentage(10));
            }
        }
    }
}
