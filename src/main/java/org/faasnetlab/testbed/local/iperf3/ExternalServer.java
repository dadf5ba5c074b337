package org.faasnetlab.testbed.local.iperf3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.jspecify.annotations.Nullable;

/** iperf3 servers that the user runs. Nothing is known about the computer behind the address. */
public final class ExternalServer {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** A client introduces itself with 36 characters and a zero byte, the cookie of its test (iperf_api.h of iperf3). */
    private static final int COOKIE_BYTES = 37;

    /** The server asks for the parameters of the test (PARAM_EXCHANGE in iperf_api.h). */
    private static final int READY = 9;

    /** The server runs another test (ACCESS_DENIED, -1, in iperf_api.h). */
    private static final int BUSY = 255;

    private final ServerAddress address;
    private final Duration timeout;

    public ExternalServer(ServerAddress address) {
        this(address, TIMEOUT);
    }

    /** @param timeout for the connection, and for the answer */
    ExternalServer(ServerAddress address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /**
     * Checks that an iperf3 server answers on the first port and is not busy. Its log then has a test that ended before it
     * began.
     *
     * @throws LabException if it does not
     */
    public void require() throws LabException {
        InetSocketAddress first = addresses(1).get(0);
        try (Socket socket = new Socket()) {
            socket.connect(first, (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            byte[] cookie = new byte[COOKIE_BYTES];
            byte[] text = "faasnetlab".repeat(4).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, cookie, 0, COOKIE_BYTES - 1);
            socket.getOutputStream().write(cookie);
            int state = socket.getInputStream().read();
            if (state == BUSY) {
                throw failed(
                        Phrase.of("The iperf3 server {0} is busy with another test.", address),
                        Phrase.of("Wait until that test has finished, or start another server with iperf3 -s -p PORT."),
                        null);
            }
            if (state != READY) {
                throw noServer(null);
            }
        } catch (ConnectException e) {
            throw failed(
                    Phrase.of("Cannot connect to the iperf3 server {0}: connection refused.", address),
                    Phrase.of(
                            "Start it there with iperf3 -s -p {0}, and allow this port in its firewall.",
                            address.ports().first()),
                    e);
        } catch (SocketTimeoutException | NoRouteToHostException e) {
            throw failed(
                    Phrase.of("The iperf3 server {0} did not answer within {1} s.", address, timeout.toSeconds()),
                    Phrase.of(
                            "Check the address, and that no firewall blocks port {0}.",
                            address.ports().first()),
                    e);
        } catch (IOException e) {
            throw noServer(e);
        }
    }

    /**
     * The addresses of the servers of a trial, one for each function.
     *
     * @throws LabException if the name does not resolve, or there are fewer ports than functions
     */
    public List<InetSocketAddress> addresses(int functions) throws LabException {
        if (functions > address.count()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of(
                            "A trial with {0} concurrent functions needs {0} iperf3 servers, but {1} names {2}.",
                            functions, address, address.count()),
                    moreServers());
        }
        try {
            InetAddress resolved = InetAddress.getByName(address.host());
            return IntStream.range(0, functions)
                    .mapToObj(index ->
                            new InetSocketAddress(resolved, address.ports().first() + index))
                    .toList();
        } catch (UnknownHostException e) {
            throw failed(
                    Phrase.of("The name of the iperf3 server, {0}, does not resolve.", address.host()),
                    Phrase.of("Check its spelling and the name server of this computer, or use an IP address."),
                    e);
        }
    }

    /** How to allow more functions. */
    public static Phrase moreServers() {
        return Phrase.of("An iperf3 server serves one function at a time: start one on each port, and specify"
                + " --server HOST:FIRST-LAST.");
    }

    private LabException noServer(@Nullable IOException cause) {
        return failed(
                Phrase.of("The program at {0} does not answer like an iperf3 server.", address),
                Phrase.of(
                        "Check the port, and start iperf3 3.1 or newer there with iperf3 -s -p {0}.",
                        address.ports().first()),
                cause);
    }

    private static LabException failed(Phrase sentence, Phrase nextStep, @Nullable IOException cause) {
        return cause == null
                ? new LabException(LabException.Kind.FAILED, sentence, nextStep)
                : new LabException(LabException.Kind.FAILED, sentence, nextStep, cause);
    }
}
