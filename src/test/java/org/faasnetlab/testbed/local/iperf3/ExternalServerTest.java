package org.faasnetlab.testbed.local.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.Test;

class ExternalServerTest {
    /** What a server does with the connection of a client that has introduced itself. */
    @FunctionalInterface
    private interface Answer {
        void to(Socket client) throws IOException;
    }

    private static void serve(ServerSocket server, Answer answer) {
        Thread thread = new Thread(() -> {
            try (Socket client = server.accept()) {
                if (client.getInputStream().readNBytes(37)[36] == 0) {
                    answer.to(client);
                }
            } catch (IOException e) {
                // The test has finished.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(Answer answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(server, answer);
            ExternalServer checked = new ExternalServer(
                    ServerAddress.parse("127.0.0.1:" + server.getLocalPort()), Duration.ofMillis(300));
            return assertThatThrownBy(checked::require).isInstanceOf(LabException.class);
        }
    }

    @Test
    void aServerThatAsksForParametersIsReady() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(server, client -> client.getOutputStream().write(9));
            ExternalServer checked = new ExternalServer(ServerAddress.parse("localhost:" + server.getLocalPort()));
            checked.require();
            assertThat(checked.addresses(1)).singleElement().satisfies(address -> {
                assertThat(address.getPort()).isEqualTo(server.getLocalPort());
                assertThat(address.getAddress().isLoopbackAddress()).isTrue();
            });
        }
    }

    @Test
    void aBusyServerIsReported() throws Exception {
        refusal(client -> client.getOutputStream().write(-1))
                .hasMessageMatching("The iperf3 server 127.0.0.1:\\d+ is busy with another test.")
                .asInstanceOf(InstanceOfAssertFactories.type(LabException.class))
                .extracting(LabException::nextStep)
                .isEqualTo("Wait until that test has finished, or start another server with iperf3 -s -p PORT.");
    }

    @Test
    void aServerOfAnotherProtocolIsReported() throws Exception {
        refusal(client -> client.getOutputStream().write('H'))
                .hasMessageMatching("The program at 127.0.0.1:\\d+ does not answer like an iperf3 server.");
        refusal(client -> client.setSoLinger(true, 0)).hasMessageContaining("does not answer like an iperf3 server");
    }

    @Test
    void aServerThatDoesNotAnswerIsReported() throws Exception {
        refusal(client -> client.getInputStream().read())
                .hasMessageMatching("The iperf3 server 127.0.0.1:\\d+ did not answer within .*");
    }

    @Test
    void aPortWithoutServerIsReported() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> new ExternalServer(ServerAddress.parse("127.0.0.1:" + port)).require())
                .isInstanceOf(LabException.class)
                .hasMessage("Cannot connect to the iperf3 server 127.0.0.1:" + port + ": connection refused.")
                .extracting(failure -> ((LabException) failure).nextStep())
                .isEqualTo("Start it there with iperf3 -s -p " + port + ", and allow this port in its firewall.");
    }

    @Test
    void aNameThatDoesNotResolveIsReported() {
        assertThatThrownBy(() -> new ExternalServer(ServerAddress.parse("no-such-host.invalid")).addresses(1))
                .isInstanceOf(LabException.class)
                .hasMessage("The name of the iperf3 server, no-such-host.invalid, does not resolve.");
    }

    @Test
    void eachFunctionHasAPort() throws Exception {
        ExternalServer servers = new ExternalServer(ServerAddress.parse("[::1]:5201-5203"));
        assertThat(servers.addresses(3))
                .extracting(address -> address.getPort())
                .containsExactly(5201, 5202, 5203);
        assertThatThrownBy(() -> servers.addresses(4))
                .hasMessage("A trial with 4 concurrent functions needs 4 iperf3 servers, but [::1]:5201-5203 names 3.");
    }
}
