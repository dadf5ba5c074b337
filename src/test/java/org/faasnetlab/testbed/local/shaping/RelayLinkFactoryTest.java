package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.LabException;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Uses real sockets on links that are fast enough not to delay the tests. */
@Timeout(30)
class RelayLinkFactoryTest {
    private static final NetworkSettings FAST = new NetworkSettings(LinkProfile.parse("10Gbit"), 1, null);

    private final RelayLinkFactory links = new RelayLinkFactory();
    private ServerSocket target;

    @BeforeEach
    void listen() throws IOException {
        target = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        links.close();
        target.close();
    }

    private TrialLinks open(NetworkSettings network) throws LabException {
        return links.open(network, List.of((InetSocketAddress) target.getLocalSocketAddress()));
    }

    private static Socket connect(TrialLinks open) throws IOException {
        InetSocketAddress address = open.address(0);
        return new Socket(address.getAddress(), address.getPort());
    }

    @Test
    void onlyTheFirstByteOfAServerPassesBeforeT0() throws Exception {
        try (TrialLinks open = open(FAST)) {
            assertThat(open.holdTests()).isTrue();
            try (Socket function = connect(open);
                    Socket server = target.accept()) {
                function.getOutputStream().write(new byte[] {7, 8, 9});
                assertThat(server.getInputStream().readNBytes(3)).containsExactly(7, 8, 9);
                server.getOutputStream().write(new byte[] {1, 2, 3});
                assertThat(function.getInputStream().read()).isEqualTo(1);

                Instant t0 = Instant.now().plusMillis(200);
                open.startAt(t0);
                assertThat(function.getInputStream().readNBytes(2)).containsExactly(2, 3);
                assertThat(Instant.now()).isAfterOrEqualTo(t0);
            }
            assertThatConnectionIsNotHeld(open);
        }
    }

    @Test
    void withoutAStartToWaitForNothingIsHeld() throws Exception {
        try (TrialLinks open = open(FAST)) {
            assertThatConnectionIsNotHeld(open);
        }
    }

    private void assertThatConnectionIsNotHeld(TrialLinks open) throws IOException {
        try (Socket function = connect(open);
                Socket server = target.accept()) {
            server.getOutputStream().write(new byte[] {4, 5});
            assertThat(function.getInputStream().readNBytes(2)).containsExactly(4, 5);
        }
    }

    @Test
    void aRefusalOfOneByteReachesAFunctionThatIsHeld() throws Exception {
        try (TrialLinks open = open(FAST)) {
            open.holdTests();
            try (Socket function = connect(open)) {
                try (Socket server = target.accept()) {
                    server.getOutputStream().write(255);
                    assertThat(function.getInputStream().read()).isEqualTo(255);
                }
                open.close();
                assertThat(function.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void bytesArriveUnchangedAndAHalfCloseIsRelayed() throws Exception {
        byte[] sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);
        try (TrialLinks open = open(FAST);
                Socket function = connect(open);
                Socket server = target.accept()) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return server.getInputStream().readAllBytes();
                        } catch (IOException broken) {
                            throw new AssertionError(broken);
                        }
                    },
                    Executors.newSingleThreadExecutor());
            function.getOutputStream().write(sent);
            function.shutdownOutput();
            assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo(sent);
            // The other direction is still open.
            server.getOutputStream().write(42);
            assertThat(function.getInputStream().read()).isEqualTo(42);
            server.shutdownOutput();
            assertThat(function.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aTargetThatRefusesClosesTheConnection() throws Exception {
        target.close();
        try (TrialLinks open = open(FAST);
                Socket function = connect(open)) {
            assertThat(endOf(function)).isTrue();
        }
    }

    private static boolean endOf(Socket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void closingEndsConnectionsThatWaitForTokens() throws Exception {
        TrialLinks open = open(new NetworkSettings(LinkProfile.parse("8kbit"), 1, null));
        try (Socket function = connect(open);
                Socket server = target.accept()) {
            // At 1 kB/s this takes minutes.
            function.getOutputStream().write(new byte[100_000]);
            open.close();
            assertThat(endOf(function)).isTrue();
            server.setSoTimeout(20_000);
            while (!endOf(server)) {
                // The bytes that were relayed before the end.
            }
        }
        assertThatThrownBy(() -> connect(open).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void closingAllLinksClosesThoseOfEveryTrial() throws Exception {
        TrialLinks first = open(FAST);
        TrialLinks second = open(FAST);
        links.close();
        assertThatThrownBy(() -> connect(first).close()).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> connect(second).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void withoutSimulationFunctionsConnectDirectlyToTheirTargets() throws Exception {
        try (TrialLinks open = open(NetworkSettings.REAL)) {
            assertThat(open.address(0)).isEqualTo(target.getLocalSocketAddress());
            assertThat(open.host(0)).isZero();
        }
    }
}
